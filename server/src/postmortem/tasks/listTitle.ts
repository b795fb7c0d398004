import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'
import { isDoneLabel, isLabel } from './taskWords.ts'

/** What the line above a list says about all tasks in it. */
interface ListTitle {
  readonly done: boolean
  /** The names that are all of the title. */
  readonly owner: Passage | null
}

const untitled: ListTitle = { done: false, owner: null }

export function readListTitle(placed: PlacedLine | null): ListTitle {
  if (placed === null) return untitled
  const { text, bold, heading, words } = placed.line
  const isStrong = heading !== null || bold >= text.trimEnd().length
  if ((!isStrong && !isLabel(text)) || words > maxTitleWords) return untitled
  const names = text.trim().replace(/[:：]$/u, '')
  if (!isStrong || !areNames(names)) return { done: isDoneLabel(text), owner: null }
  const start = text.indexOf(names)
  return { done: false, owner: placed.passage(start, start + names.length) }
}

const maxTitleWords = 6

/** "Alex & Kim", "JG", "Storage team"; single words that name a topic or a time are no names. */
function areNames(text: string): boolean {
  return text.split(/\s?[&/,]\s?|\sand\s/).every((name) => nameOrTeam.test(name) && !topic.test(name))
}

const nameOrTeam = /^(?:\p{Lu}[\p{L}.'’-]{1,20}|\p{Lu}[\p{L}-]{1,20}(?: [\p{L}-]{2,20})? team)$/u

const topic =
  /(?:ing|ion|ment|ity|ness|ance|ence|ure|ware|term|al|ive|ate|(?<!\b(?:dev|op))s)$|^(?:immediate|now|soon|later|next|today|tomorrow|high|medium|low|urgent|sev\d?|done|todo|open|closed|completed|implemented|finished|planned|pending|required|prevent|detect|mitigate|respond|repair|people|tech|technology|code|product|database|network|service|server|cloud|platform|frontend|backend|system|ci|cd|db|dns|ui|ux|api|cli|aws|gcp|tls|ssl|sla|slo|qa|test|alert|tool|log|summary|recovery|backup|data|deploy|release|rollback|policy|knowledge|quick|other|misc|both|each|strategic|public|website|storage|client|training|workflow|design|follow-?up|how|what|why|who|when|where)$/iu
