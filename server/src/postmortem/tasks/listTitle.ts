import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'
import { givenNames } from '../vocabulary/givenNames.ts'
import { isAdviceLabel, isDoneLabel, isDoneLead, isLabel, isUseOfReport } from './taskWords.ts'

/** What the line above a list says about all tasks in it. */
interface ListTitle {
  readonly done: boolean
  /** True if the list holds rules that nobody is to carry out once, or what the report is good for. */
  readonly advice: boolean
  /** The names that are all of the title. */
  readonly owner: Passage | null
}

const untitled: ListTitle = { done: false, advice: false, owner: null }

export function readListTitle(placed: PlacedLine | null): ListTitle {
  if (placed === null) return untitled
  const { text, bold, heading, words } = placed.line
  const isStrong = heading !== null || bold >= text.trimEnd().length
  if (isDoneLead(text)) return { ...untitled, done: true }
  if (isUseOfReport(text)) return { ...untitled, advice: true }
  if ((!isStrong && !isLabel(text)) || words > maxTitleWords) return untitled
  const names = text.trim().replace(/[:：]$/u, '')
  if (!isStrong || !areNames(names))
    return { done: isDoneLabel(text), advice: isAdviceLabel(text), owner: null }
  const start = text.indexOf(names)
  return { ...untitled, owner: placed.passage(start, start + names.length) }
}

const maxTitleWords = 6

/** When all tasks of a list are due, if the heading or label above it says so: "Immediate actions (within 24 hours)". */
export function readListDue(placed: PlacedLine | null): Passage | null {
  if (placed === null) return null
  const { text, bold, heading, words } = placed.line
  const isTitle = heading !== null || bold >= text.trimEnd().length || isLabel(text)
  const match =
    isTitle && (words <= maxTitleWords + 2 || inBrackets.test(text)) ? dueInTitle.exec(text) : null
  return match === null ? null : placed.passage(match.index, match.index + match[0].length)
}

/** After a longer title, when it is due is a remark. */
const inBrackets = /[([][^()[\]]{3,40}[)\]]\W{0,4}$/

const dueInTitle =
  /\bnext \d{1,3}(?: ?[-–] ?\d{1,3})? (?:hours?|hrs?|days?|weeks?|months?)\b|\b(?:within (?:the )?(?:next )?)?\d{1,3} ?[-–] ?\d{1,3} ?(?:hours?|hrs?|days?|weeks?|months?)\b|\bwithin (?:the )?(?:next )?(?:\d{1,3}|an?|one|two|three) ?(?:hours?|hrs?|days?|weeks?|months?)\b|\b(?:today|tomorrow|(?:this|next) (?:week|month|quarter|sprint))\b/i

/**
 * "Alex & Zoë", "Storage team". A capitalised word is as often a product or a topic, so one of the names must be one that
 * nothing but a person is likely to have.
 */
function areNames(text: string): boolean {
  const names = text.split(/\s?[&/,]\s?|\sand\s/)
  return (
    names.every((name) => nameOrTeam.test(name)) &&
    names.some((name) => / team$/.test(name) || givenNames.has(name))
  )
}

const nameOrTeam = /^(?:\p{Lu}[\p{L}.'’-]{1,20}|\p{Lu}[\p{L}-]{1,20}(?: [\p{L}-]{2,20})? team)$/u
