import { findDurations, readDuration, type WrittenDuration } from '../../time/written/duration.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { perObject } from '../lines/perObject.ts'
import type { Label, Structure } from '../sections/foundSection.ts'
import { english } from '../vocabulary/english.ts'
import { labelsOf, readValue } from './labelValues.ts'
import { isQuoted, type Paragraph, placeIn, type Words } from './paragraphs.ts'
import { type FindInParagraph, findIn, type ProseSearch, sectionsAfterTheIncident } from './prose.ts'
import { findColumnValues } from './tableColumns.ts'

export interface FoundDuration {
  readonly duration: WrittenDuration
  readonly placed: PlacedLine
  readonly lineIndex: number
}

/** The stated length of the outage: beside its label or in its column, then in the prose, then in all lines. */
export function findDuration(
  lines: readonly PlacedLine[],
  structure: Structure,
  prose: () => readonly Paragraph[],
  searchAll: ProseSearch,
): FoundDuration | null {
  const labelled = labelsOf(structure, ['duration'], sectionsAfterTheIncident)
    .filter((label) => !isBelowImpact(label, lines))
    .flatMap((label) => readValue(label, lines).slice(0, 4))
  for (const value of [...labelled, ...findColumnValues(lines, structure, ['duration'])]) {
    const text = value.placed.line.text.slice(0, value.end)
    const clockForm = !isMomentLabel(text.slice(0, value.start))
    const whole = readDuration(text, value.start, { clockForm })
    const found =
      findDurations(text).find((each) => each.start >= value.start && !isOtherLength(text, each)) ?? whole
    if (found != null) return { duration: found, placed: value.placed, lineIndex: value.lineIndex }
  }
  const told = findIn(prose(), lengthOfOutage)
  if (told !== null) return told
  const total = searchAll(totalLength)
  return total === null ? null : { ...total, lineIndex: lines.indexOf(total.placed) }
}

/** After "Time" and "When", `11:00` is a time of day. */
function isMomentLabel(before: string): boolean {
  return /(?:^|[^\p{L}])(?:when|time|window)\P{L}{0,6}$/iu.test(before.slice(-20))
}

/** "Resolved within 20 minutes of the alert" says nothing about the whole. */
function isOtherLength(text: string, { start, end }: WrittenDuration): boolean {
  return (
    english.phrases.notLasted.test(text.slice(Math.max(0, start - 60), start)) || isDistance(text.slice(end))
  )
}

type LengthTest = (before: string, after: string) => boolean

const durationsIn = perObject(({ text }: Words) =>
  /\d|hour|minute|day|week/i.test(text) ? findDurations(text) : [],
)

/** Characters around a length of time that say what it measures. */
const reach = 100

function findLength(isMeant: LengthTest): FindInParagraph<FoundDuration> {
  return (paragraph) => (isQuoted(paragraph) ? null : findInParagraph(paragraph, isMeant))
}

function findInParagraph(paragraph: Paragraph, isMeant: LengthTest): FoundDuration | null {
  const { text } = paragraph.words
  for (const duration of durationsIn(paragraph.words)) {
    const opening = /^(?:within|under|up to|over)\s/i.exec(duration.text)?.[0].length ?? 0
    const before = text.slice(Math.max(0, duration.start - reach), duration.start + opening)
    const after = text.slice(duration.end, duration.end + reach)
    if (!isMeant(before, after)) continue
    const from = placeIn(paragraph, duration.start)
    const to = placeIn(paragraph, duration.end - 1)
    const end = from.placed === to.placed ? to.offset + 1 : from.placed.line.text.length
    const { placed, lineIndex, offset } = from
    return {
      duration: { ...duration, start: offset, end, text: placed.line.text.slice(offset, end) },
      placed,
      lineIndex,
    }
  }
  return null
}

const lengthOfOutage = findLength(isLengthOfOutage)

const totalLength = findLength(isTotal)

/** A length of time in prose is that of the outage only if the words around it say so. */
function isLengthOfOutage(before: string, after: string): boolean {
  if (english.phrases.notLasted.test(before)) return false
  if (isDistance(after) && !(/\blast(?:ed|s)\b/i.test(before) && isUntilNormal(after))) return false
  return (
    english.phrases.lasted.test(before) ||
    english.phrases.outageOf.test(after) ||
    isTimeToRestore(before, after) ||
    (/(?:(?:^|[.!?]\s{1,2})|\bmean(?:s|t) that )for\s(?:about |approximately |around |roughly )?$/i.test(
      before,
    ) &&
      english.phrases.impact.some((each) => each.test(after)))
  )
}

/** "It lasted nine hours before normal operation was restored." */
function isUntilNormal(after: string): boolean {
  return /^\sbefore [^.;]{0,60}\b(?:restored|recovered|resolved|resumed|fixed|normal)\b/i.test(after)
}

function isTimeToRestore(before: string, after: string): boolean {
  return (
    isTaken(before) &&
    (/^\s(?:for \w+ )?to (?:fully )?(?:resolve|restore|fix|recover|repair|mitigate)\b/i.test(after) ||
      isFromStartToEnd(after))
  )
}

function isTotal(before: string, after: string): boolean {
  if (isTaken(before) && isFromStartToEnd(after)) return true
  return english.phrases.lastedInTotal.test(before) && !isDistance(after)
}

function isTaken(before: string): boolean {
  return /\btook\s[^.;]{0,20}$/i.test(before)
}

/** "It took an hour from the start of the outage to the deployment of the fix." */
function isFromStartToEnd(after: string): boolean {
  return /^\sfrom the (?:start|beginning|onset) of the (?:incident|outage|disruption|downtime|issue|problem) (?:to|until|till) [^.;]{0,40}\b(?:fix|end|resolution|recovery|restoration)\b/i.test(
    after,
  )
}

/** From one event to another, neither of which need be an end of the outage. */
function isDistance(after: string): boolean {
  return /^\s?(?:ago|before|earlier|later|after|prior|old|of (?!(?:\w+ )?(?:downtime|disruption|unavailability|interruption|outage|degrad)))\b/i.test(
    after,
  )
}

/** What one service suffered is a part of the impact, not the length of the outage. */
function isBelowImpact({ lineIndex }: Label, lines: readonly PlacedLine[]): boolean {
  const depth = lines[lineIndex]?.line.depth ?? 0
  if (lines[lineIndex]?.line.item == null) return false
  for (let index = lineIndex - 1; index >= Math.max(0, lineIndex - maxItemsAbove); index -= 1) {
    const placed = lines[index] as PlacedLine
    if (placed.line.depth < depth) return placed.marks.some(({ ids }) => ids.includes('impact'))
  }
  return false
}

const maxItemsAbove = 20
