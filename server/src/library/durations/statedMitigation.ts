import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import { findToldTime, type ToldTime } from './toldTime.ts'

/** The time that a sentence gives for what eased the incident: "a temporary fix was deployed at 17:00". */
export function findStatedMitigation(report: Report): ToldTime | null {
  return findToldTime(report, isOfMitigation)
}

function isOfMitigation({ line }: PlacedLine, { start }: WrittenTime): boolean {
  const before = line.text.slice(Math.max(0, start - maxLead), start)
  const sentence = before.split(/[.!?;]\s/).at(-1) ?? before
  const isBack = /\brolled back\b/i.test(sentence) && older.test(sentence)
  return (isBack || eased.some((pattern) => pattern.test(sentence))) && !notDone.test(sentence)
}

/** A time later in a sentence is more likely that of something else. */
const maxLead = 120

const at = String.raw`\b[^,;:\d]{0,60}\b(?:at|by|around) (?:around |about |approximately |roughly )?[~(]?$`

/** The words that lead to the time. */
const eased: readonly RegExp[] = [
  `\\b(?:temporary|interim) (?:fix|workaround|solution) (?:(?:was|has been) )?(?:applied|implemented|deployed|released|rolled out|put in place|in place)${at}`,
  `\\b(?:applied|implemented|deployed|released|rolled out|put in place) (?:an?|the) (?:temporary|interim) (?:fix|workaround|solution)${at}`,
  `\\b(?:mitigated|workaround (?:applied|deployed|in place))${at}`,
].map((pattern) => new RegExp(pattern, 'i'))

const older = new RegExp(`\\bto (?:the |our )?(?:last|previous|prior|earlier|known|stable|older)${at}`, 'i')

const notDone =
  /\b(?:not|n['’]t|never|failed|would|should|will|could|tried|attempt\w{0,5}|plan\w{0,5}|before|until|without)\b/i
