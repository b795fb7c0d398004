import { countThat, linesThat } from '../blocks/lineGroups.ts'
import { normalizeTitle, withoutDecoration } from '../blocks/normalizeTitle.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { findName } from '../blocks/postmortemName.ts'
import type { Line } from '../lines/line.ts'
import { perObject } from '../lines/perObject.ts'
import { english } from '../vocabulary/english.ts'
import { hasTime } from './hasTime.ts'
import { isProblemLog } from './incidents.ts'

const { guides } = english

/**
 * `guide`: a text about postmortems or about what to do in an incident, or a template or collection of them. `other`: by
 * its headings, its path or its sentences another kind of document, such as a readme, a proposal or a list of links.
 */
export type OtherKind = 'guide' | 'other'

export function findOtherKind(
  titles: readonly string[],
  lines: readonly PlacedLine[],
  path: string,
): OtherKind | null {
  const head = lines.slice(0, maxPrefaceLines)
  const own = titles.filter((title, index) => index === 0 || metaKey.test(title))
  const isGuide =
    english.templateFile.test(path) ||
    titles.some(isTitleOfGuide) ||
    own.some(isTitleOfInstructions) ||
    countGuideHeadings(lines) >= 2 ||
    head.some(({ line }) => saysFormOrCollection(line)) ||
    saysInstructions(head) ||
    hasMetaOfGuide(head) ||
    isUnfilled(lines) ||
    (isProblemLog(lines) && !titles.some(namesItsIncident))
  if (isGuide) return 'guide'
  const isOther =
    english.otherFile.test(path) ||
    (guides.responseFile.test(path) && !titles.some(namesIncident)) ||
    (isReadme(path) && titles.some(namesSeveral)) ||
    titles.some(namesOtherKind) ||
    own.some(namesMeeting) ||
    (countResearch(lines) > 0 && !hasTime(lines)) ||
    titles.some((title) => english.projectTitle.test(title)) ||
    head.some(({ line }) => saysConcluded(line) || guides.deck.test(line.text)) ||
    countOtherHeadings(lines) >= 2 ||
    isListOfLinks(lines) ||
    countGeneral(lines) >= minGeneralLines
  return isOther ? 'other' : null
}

const maxPrefaceLines = 12

/** "This is a template for incident reports", "This directory contains incident reports". */
const saysFormOrCollection = perObject(
  ({ kind, text }: Line) => kind === 'text' && (guides.template.test(text) || guides.collection.test(text)),
)

/** "This runbook describes …", above the first section. */
function saysInstructions(head: readonly PlacedLine[]): boolean {
  const first = head.findIndex(({ line, marks }) => line.heading !== null && marks.length > 0)
  const above = first === -1 ? head : head.slice(0, first)
  return above.some(({ line }) => line.kind === 'text' && guides.preface.test(line.text))
}

/** The front matter of instructions for a program, or of a form that a program fills in. */
function hasMetaOfGuide(head: readonly PlacedLine[]): boolean {
  const metas = head.filter(({ line }) => line.kind === 'meta').map(({ line }) => line.text)
  const has = (sign: RegExp) => metas.some((meta) => sign.test(meta))
  const { name, description, title } = guides.skill
  return has(guides.meta) || (has(name) && has(description) && !has(title))
}

/** "Incident playbook", "Runbook: slow requests", "Incident response", "Modèle de rapport d'incident". */
function isTitleOfInstructions(title: string): boolean {
  const text = withoutDecoration(title.replace(metaKey, ''))
  const clause = firstClause(text)
  return (
    guides.title.some((sign) => sign.test(clause)) ||
    guides.wholeTitle.test(text) ||
    guides.formTitle.test(clause)
  )
}

/** "Security incident: a key in a public repository"; but not "Incident: what to do". */
export function namesIncident(title: string): boolean {
  return guides.incidentTitle.test(withoutDecoration(title.replace(metaKey, '')))
}

const metaKey = /^title\s*[:=]\s*/i

/** "The project is concluded": the document looks back at an undertaking. */
const saysConcluded = perObject(
  (line: Line) => (line.kind === 'text' || line.kind === 'heading') && english.concluded.test(line.text),
)

/** "How to write a postmortem", "Postmortem process"; but not "Postmortem: the process that ate the disk". */
function isTitleOfGuide(title: string): boolean {
  return [title, ...title.split(/\s[/|]\s/)].some(isPartOfGuide)
}

function isPartOfGuide(title: string): boolean {
  const named = findName(title)
  if (named === null) return false
  return (
    english.aboutPostmortems.before.test(lastClause(named.before)) ||
    (isShort(named.after) && english.aboutPostmortems.after.test(firstClause(named.after))) ||
    /^(?:templates?\b|title$)/iu.test(firstClause(named.after))
  )
}

export function isReadme(path: string): boolean {
  return /(?:^|\/)(?:readme|index)\.[a-z]{1,10}$/i.test(path)
}

/** "Postmortem: search is down", "Postmortem of the lost orders"; but not "0x19-postmortem" or "My postmortem project". */
export function namesItsIncident(title: string): boolean {
  return /^\s{0,3}(?:[:–—|,-]|(?:of|for|on)\b).{0,12}\p{L}/u.test(findName(title)?.after ?? '')
}

/** "Incident reports", "Postmortem analyses". */
export function namesSeveral(title: string): boolean {
  const named = findName(title)
  if (named === null) return false
  const { name, after } = named
  const isPlural = /s$/i.test(name) && !/(?:analysis|of errors)$/i.test(name)
  return isPlural || /^\s?(?:analyses|reports|reviews|documents|notes|summaries)$/i.test(after)
}

/** "Deployment safety guide"; but not "Postmortem of the lost guide". */
function namesOtherKind(title: string): boolean {
  return findName(title) === null && english.otherTitle.test(title.trim())
}

/** An export in which most sections say that nobody wrote anything. */
function isUnfilled(lines: readonly PlacedLine[]): boolean {
  const count = countUnfilled(lines)
  return count >= minUnfilled && count * 2 >= countHeadings(lines)
}

const minUnfilled = 3

const countUnfilled = countThat(({ line }) => line.kind === 'text' && english.unfilled.test(line.text))

const countHeadings = countThat(({ line }) => line.heading !== null)

/** Research into a weakness has a proof, but nothing that happened at any time. */
const countResearch = countThat(
  ({ line }) => line.heading !== null && english.research.test(normalizeTitle(line.text)),
)

/** "Team meeting notes", "Minutes of 3 May", "Postmortem WG meeting notes"; but not "Postmortem meeting notes". */
function namesMeeting(title: string): boolean {
  if (english.groupMeeting.test(title)) return true
  return findName(title) === null && english.meetingTitle.test(withoutDecoration(title.replace(metaKey, '')))
}

/** "Postmortem template", "An example of a postmortem". */
export function isTitleOfModel(title: string): boolean {
  const named = findName(title)
  if (named === null) return false
  const { model } = english.aboutPostmortems
  return (
    model.test(lastClause(named.before)) || (isShort(named.after) && model.test(firstClause(named.after)))
  )
}

const clauseBreak = /[:;–—|(]|\s-\s/

function lastClause(text: string): string {
  return (text.split(clauseBreak).at(-1) ?? '').trim()
}

function firstClause(text: string): string {
  return (text.split(clauseBreak)[0] ?? '').trim()
}

function isShort(text: string): boolean {
  return text.trim().split(/\s+/).length <= 3
}

const countOtherHeadings = countThat(
  ({ line }) =>
    line.heading !== null &&
    (english.otherDocument.test(normalizeTitle(line.text)) || isTitleOfModel(line.text)),
)

const countGuideHeadings = countThat(({ line }) => line.heading !== null && isTitleOfGuide(line.text))

/** A report may link whatever it mentions, but it has times of its own. */
function isListOfLinks(lines: readonly PlacedLine[]): boolean {
  const linked = countLinked(lines)
  if (linked < 2 || linked * 2 < countWritten(lines)) return false
  return linesWithClock(lines).flatMap(({ times }) => times.filter(hasClock)).length < 2
}

function hasClock({ clock }: PlacedLine['times'][number]): boolean {
  return clock !== null
}

const linesWithClock = linesThat(({ times }) => times.some(hasClock))

function isWritten({ line }: PlacedLine): boolean {
  return (line.kind === 'text' || line.kind === 'row') && line.text.trim() !== ''
}

const countWritten = countThat(isWritten)

/** A sentence with a link in it is no entry of a list. */
function isLink({ links, item, kind, text }: Line): boolean {
  return links.length > 0 && (item !== null || kind === 'row' || !/[.!?]\s*$/.test(text))
}

const countLinked = countThat(
  (placed) => isLink(placed.line) && isWritten(placed) && !placed.times.some(hasClock),
)

const minGeneralLines = 3

const countGeneral = countThat(({ line }) => line.kind === 'text' && english.inGeneral.test(line.text))
