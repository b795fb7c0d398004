import { readDate } from '../../time/written/date.ts'
import { findDate } from '../../time/written/findTimes.ts'
import type { WrittenDate } from '../../time/written/written.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { Attached } from '../lines/attached.ts'
import type { Passage } from '../lines/passage.ts'
import { findTickets, type TicketPattern } from './tickets.ts'

/** What a line says about the task that it describes or belongs to. */
export interface Details {
  readonly owner: Passage | null
  readonly due: Passage | null
  /** The date that `due` begins with, with offsets into its text. */
  readonly dueDate: WrittenDate | null
  /** True if the date is named as the one by which the task is to be done. */
  readonly isDeadline: boolean
  readonly ticket: Passage | null
}

/** "Kim to send the list". */
const subject =
  /^\s*(\p{Lu}[\p{L}.'’-]{1,20}(?<!s|ing|ion|ment|ity|ness|ance|ence|ure|ware|ed|ble)) to (?!be\b)\p{Ll}/u

/** "Log its size (Kim to estimate)". */
const subjectInBrackets = /[([]\s?(\p{Lu}[\p{L}.'-]{1,20}) to \p{Ll}[\p{L}\p{N} .'-]{1,60}[)\]]\s?\.?$/u

/** "The database administrators to send the list". */
const people =
  /^\s*((?:(?:the|our|all) (?:[\p{L}-]{2,20} )?)?(?:administrators|admins|developers|engineers|maintainers|managers|operators|reviewers|sres)) (?:to|will) (?!be\b)\p{Ll}/iu

/** Nouns and verbs that are followed by "to" as often as a name: "Script to …". */
const notSubject =
  /^(?:team|alert|script|runbook|dashboard|tool|way|ability|plan|method|mechanism|option|check|test|job|need|page|monitor|metric|guide|policy|system|flag|switch|button|cron|hook|step|work|ticket|try|continue|remember|want|aim|due|prior|next|rollback|rollout|promote|failover|fallback|back|up|move|migrate|change|add|return|talk|speak|reach|listen|commit|subscribe|contribute|link|everyone|someone|nobody|we|they|you|how|what|when|where|who|whether|access|upgrade|update|compare|match|adapt|adjust|convert|adhere|refer|send|write|report|respond|extend|expand|increase|reduce|decrease|connect|scale|push|publish|deploy|apply|attempt|learn|start|begin|elevate|escalate|navigate|rotate|relate|replicate|propagate|delegate|ready|easy|hard|able|code|rule|limit|time|template|command|ci|cd|api|cli|ui|db|pr|mr|sop|slo|sla|faq|adr|rfc|tbd|todo)$/i

/** "Set a limit — Ana Sample — 15 Dec 2026". */
const betweenDashes =
  /\s[–—-]\s(\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){0,2})\s[–—-]\s(?=[~(]?(?:\d{4}-\d|\d{1,2}(?:st|nd|rd|th)?\.? ?\p{L}{3}|\d{1,2}[./]\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}{0,6}\.? \d))/u

const ownerPatterns: readonly RegExp[] = [
  /\b(?:owner|assignee|assigned to|assigned|responsible|dri|owned by)\s?[:=-]?\s{1,2}(\{\{[^{}]{1,60}\}\}|[@\p{L}][\p{L}\p{N}@._ /-]{1,40}?)(?=[),;.\]|]|\s[-–—]|$)/iu,
  /[([,;]\s?(?:owner|assignee|dri|responsible)=([@\p{L}][\p{L}\p{N}@._ /-]{1,40}?)\s?(?=[),;\]])/iu,
  /(?<![\p{L}\p{N}.])(?<!\b(?:packages?|imports?|install|update|upgrade|pin|bump|from|replace|remove) )(@[A-Za-z][\w-]{0,38}(?![\w/-])|@[A-Za-z][\w-]{0,30}\/[\w/-]{1,30}(?=[\s)\].,;]*$))/u,
  /^\s*(?:the |our )?([\p{L}\p{N}/&-]{2,30}(?: [\p{L}\p{N}/&-]{2,20})? team)(?:\s?[:–—-]\s|\s(?:will|to|should|is going to|has|have)\s)/iu,
  /^\s*(?!(?:We|It|They|This|That|These|Those|All|The|Code|You|There|Everyone|Nobody|Who) )(\p{Lu}[\p{L}.'’-]{1,20}(?<!s|ing|ion|ment|ed))\swill\s(?!be\b)\p{Ll}/u,
  subject,
  people,
  subjectInBrackets,
  /[([]\s?(?!\p{Lu}{2,}-\p{Lu})([@\p{Lu}][\p{L}.'-]{1,20}(?:[ ,/&]{1,3}\p{Lu}[\p{L}.'-]{0,20}){0,2})\s?[)\]]\s?\.?$/u,
  betweenDashes,
  /^\[([\p{Lu}][\p{L}.'-]{1,20}(?: \p{Lu}[\p{L}.'-]{0,20})?)\]/u,
]

/** What is in brackets at an end or a beginning and is not a person. */
const notOwner =
  /^(?:(?:[\w-]{1,20} )?(?:availability|redundancy|recovery|replication)|[\w-]{1,20} (?:bucket|cache|cluster|controller|daemon|dashboard|database|exporter|gateway|pipeline|plugin|proxy|queue|registry|scheduler)|(?:aws|gcp|azure|cloudflare|fastly|akamai|kubernetes|docker|terraform|grafana|prometheus|datadog|sentry|nagios|pagerduty|opsgenie|github|gitlab|jenkins|redis|postgres(?:ql)?|mysql|nginx|kafka|vault|waf)\b[\w ,/&]{0,40}|todo|done|wip|open|closed|completed|accomplished|finished|fixed|implemented|resolved|merged|shipped|in progress|mac|macos|ios|pc|windows|linux|android|chrome|firefox|safari|high|medium|low|urgent|critical|optional|new|tbd|n\/a|pr|issue|link)\.?$/i

/** True for a state, a priority or a product, which is in brackets as often as a name. */
export function namesNobody(text: string): boolean {
  return notOwner.test(text)
}

const when =
  '(?:\\{\\{|[~<(]?\\d|end of\\b|next\\b|this\\b|the end\\b|today|tomorrow|asap|immediately|ongoing|q[1-4]\\b|sprint|mid\\b|early\\b|late\\b|one\\b|two\\b|three\\b|within\\b|in \\d|jan|feb|mar|apr|may\\b|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)'

const duePatterns: readonly RegExp[] = [
  new RegExp(
    `\\b(?:due(?: date| by| on)?|deadline|eta|target(?: date| completion)?|complete by|completion(?: date)?)\\s?(?:[:=-]\\s{0,2}|\\s(?=${when}))((?:[^,;()[\\]|]|, (?=\\d{4}\\b)){2,30})`,
    'i',
  ),
  /\bby (?:the )?((?:end of [^,;.()]{2,20}|next (?:week|month|sprint|quarter)|q[1-4](?: \d{4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow))\b/i,
  /\b(?:by|in|during|before) (?:the )?(?:(?:end|start|middle) of |early |mid |late )?([hq][1-4](?: \d{4})?)(?= (?:sprints?|cycle|planning|roadmap)\b|[.,;)\]]|$)/i,
  /\b(?:in|during|over|within|before|at) (?:the |our )?((?:next|this|coming|upcoming) (?:week|month|sprint|quarter|half|iteration|cycle)|(?:next|upcoming) (?:[a-z-]{2,20} ){0,2}(?:catch-?up|meeting|release|retro|stand-?up|sync))\b/i,
  /[\s([]((?:next|this) (?:week|month|sprint|quarter))\W{0,3}$/i,
  /[([]\s?(q[1-4](?: \d{4})?|\d{1,2} (?:days?|weeks?|months?)|sprint \d{1,3})\s?[)\]]/i,
]

const ticketPlaceholder = /\{\{ticket[^{}]{0,60}\}\}/
const ticketAddress =
  /\/(?:issues?|pull|pulls|merge_requests|browse|tickets?|tasks?|work_items|bugs?)\/|bugzilla|atlassian\.net|linear\.app|show_bug/i

interface KnownDetails {
  readonly tickets: TicketPattern
  readonly from: number
  readonly to: number
  readonly details: Details
}

/** What was last read from each line. Nearly every line is read in one stretch only. */
const known = new Attached<PlacedLine, KnownDetails>()

export function readDetails(
  placed: PlacedLine,
  tickets: TicketPattern,
  from = 0,
  to = placed.line.text.length,
): Details {
  const before = known.get(placed)
  if (before !== undefined && before.tickets === tickets && before.from === from && before.to === to)
    return before.details
  const details = findDetails(placed, tickets, from, to)
  known.set(placed, { tickets, from, to, details })
  return details
}

function findDetails(placed: PlacedLine, tickets: TicketPattern, from: number, to: number): Details {
  const deadline = findFirst(placed, from, to, duePatterns)
  const dated = deadline === null ? findDueDate(placed, from, to) : null
  const due = deadline ?? dated?.date ?? null
  return {
    owner: findFirst(placed, from, to, ownerPatterns),
    due,
    dueDate: due === null ? null : dateAtStart(due.text),
    isDeadline: deadline !== null || dated?.isDeadline === true,
    ticket: findTicket(placed, tickets, from, to),
  }
}

export function dateAtStart(text: string): WrittenDate | null {
  return readDate(text, 0)?.date ?? null
}

function findFirst(
  placed: PlacedLine,
  from: number,
  to: number,
  patterns: readonly RegExp[],
): Passage | null {
  const text = placed.line.text.slice(from, to)
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const value = match?.[1]
    if (match == null || value === undefined || namesNobody(value)) continue
    if ((pattern === subject || pattern === people) && !beginsText(placed)) continue
    if ((pattern === subject || pattern === subjectInBrackets) && notSubject.test(value)) continue
    if (isAbbreviation(value, text.slice(0, match.index))) continue
    const start = from + match.index + match[0].lastIndexOf(value)
    return placed.passage(start, start + value.length)
  }
  return null
}

/** False for a line that a paragraph was wrapped to. */
function beginsText({ line }: PlacedLine): boolean {
  return line.item !== null || line.opens
}

/** "Point-in-time recovery (PITR)", "objectives (SLOs)": the letters are the initials of the words before them. */
function isAbbreviation(written: string, before: string): boolean {
  const value = written.replace(/s$/, '')
  if (!/^\p{Lu}{2,6}$/u.test(value)) return false
  const words = before.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word !== '')
  const initials = words.slice(-value.length).map((word) => word.charAt(0))
  return initials.join('').toLowerCase() === value.toLowerCase()
}

/** A date after "by", alone in brackets, or at the end after a dash. Several dates, or a date of something, are no deadline. */
function findDueDate(
  placed: PlacedLine,
  from: number,
  to: number,
): { readonly date: Passage; readonly isDeadline: boolean } | null {
  const date = findDate(placed.line.text.slice(from, to))
  if (date === null) return null
  const before = placed.line.text.slice(0, from + date.start)
  const after = placed.line.text.slice(from + date.end, to)
  const lead = leads.find(({ pattern, end }) => pattern.test(before) && end.test(after))
  if (lead === undefined) return null
  const { isDeadline } = lead
  return { date: placed.passage(from + date.start, from + date.end), isDeadline }
}

/** What is before and after a date that tells when a task is due. */
const leads: readonly { readonly pattern: RegExp; readonly end: RegExp; readonly isDeadline: boolean }[] = [
  { pattern: /\b(?:by|before|until)\s{0,2}$/i, end: /^/, isDeadline: true },
  // Somebody's name or a ticket may follow the date in the brackets.
  { pattern: /[([]\s{0,2}$/, end: /^\s?(?:[)\]]|[,;/]\s?(?!and\b)[^\d\s)\]])/, isDeadline: false },
  // A line that is nothing but the date goes on after a dash at the end of the one before it.
  { pattern: /\S\s[–—-]\s{1,2}$|^\s*$/, end: /^\.?\s*$/, isDeadline: false },
  // A ticket may be the last of several details between dashes.
  { pattern: /\S\s[–—-]\s{1,2}$/, end: /^\s[–—-]\s#?[A-Z]{0,10}-?\d{1,8}\.?\s*$/, isDeadline: false },
]

export function findTicket(
  placed: PlacedLine,
  tickets: TicketPattern,
  from = 0,
  to = placed.line.text.length,
): Passage | null {
  const text = placed.line.text.slice(from, to)
  const placeholder = ticketPlaceholder.exec(text)
  if (placeholder !== null) {
    const start = from + placeholder.index
    return placed.passage(start, start + placeholder[0].length)
  }
  const [reference] = findTickets(text, tickets)
  if (reference !== undefined) return placed.passage(from + reference.start, from + reference.end)
  const isWhole = from === 0 || to === placed.line.text.length
  const link = isWhole ? placed.line.links.find((address) => ticketAddress.test(address)) : undefined
  if (link === undefined) return null
  return placed.passageAs(link, placed.line.start, placed.line.end)
}
