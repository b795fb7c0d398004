import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { TimelineEntry, TimelineStep } from '../postmortem/times/readTimeline.ts'
import { findTimelineLists } from './support/timelineLists.ts'

const report = (timeline: string) =>
  `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n\n## Root Cause\n\nText.\n`
const message = 'The entry has no time, unlike the others. Write when it happened.'

export const entryWithoutTime: Rule = {
  id: 'entry-without-time',
  summary: 'Every timeline entry has a time.',
  explanation: prose`
    An entry without a time cannot be placed among the others, and the intervals around it are lost.

    The rule looks only at entries between others that have a time, and only if at least two thirds of them
    do. Items nested below an entry belong to it and need no time. Neither does an item that goes on from the
    one above it: several in a row, one that begins in lower case or with "This", and one that has a time
    further on.

    The fix inserts a placeholder for the time, with the separator that the other entries use.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: report(
          '- 14:05 - An alert was received.\n  - It was the third one.\n- 15:10 - The disk was cleared.',
        ),
        messages: [],
      },
      { text: report('- The logs were looked at.\n- The disk was cleared.'), messages: [] },
    ],
    bad: [
      {
        text: report(
          '- 14:05 - An alert was received.\n- The team was paged.\n- 15:10 - The disk was cleared.',
        ),
        messages: [message],
      },
      {
        text: report(
          '* **14:05**: An alert was received.\n* The logs were looked at.\n* **15:10**: The disk was cleared.',
        ),
        messages: [message],
      },
    ],
  },
  check: (report) => {
    const { style, steps } = report.timeline
    if (style !== 'entries') return []
    const separator = separatorOf(steps)
    return findTimelineLists(report)
      .flatMap(findUntimed)
      .map(
        ({ text }): Problem => ({
          message: sentence`The entry has no time, unlike the others. Write when it happened.`,
          range: text,
          fixes: [
            {
              title: sentence`Insert a placeholder for the time`,
              preferred: true,
              edits: [{ start: text.start, end: text.start, text: `{{HH:MM}}${separator}` }],
            },
          ],
        }),
      )
  },
}

/** Only items between timed entries: one before the first or after the last of these may not be an entry. */
function findUntimed(list: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const first = list.findIndex(({ time }) => time !== null)
  const last = list.findLastIndex(({ time }) => time !== null)
  const between = list.slice(first, last + 1)
  const untimed = between.filter(({ time, label }) => time === null && label === null)
  if (first === -1 || untimed.length * 3 > between.length) return []
  const isAlone = (entry: TimelineEntry) => {
    const index = between.indexOf(entry)
    return between[index - 1]?.time !== null && between[index + 1]?.time !== null
  }
  // A placeholder for the time may be there already.
  return untimed.filter((entry) => !entry.text.text.startsWith('{{') && isEvent(entry) && isAlone(entry))
}

/** A sentence of its own, without a time somewhere in it. */
function isEvent({ text: { text } }: TimelineEntry): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 3 || /:\s*$/.test(text)) return false
  if (!/^[^\p{L}\p{N}]{0,6}[\p{Lu}\p{Lo}\p{N}]/u.test(text) || goesOn.test(text)) return false
  return !/\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b/i.test(text)
}

const goesOn =
  /^[^\p{L}]{0,6}(?:this|that|these|those|it|its|which|also|and|but|because|note|nb|see|link|meanwhile|e\.g)\b/iu

/** What separates the time from the text in the first such entry, without the markup around it. */
function separatorOf(steps: readonly TimelineStep[]): string {
  for (const { placed, step } of steps) {
    if (step.kind !== 'time') continue
    const found = /^[\])]{0,2}(\s{0,2}(?::|[-–—]{1,2}|\|)\s{1,2})/.exec(
      placed.line.text.slice(step.time.end),
    )?.[1]
    if (found !== undefined) return found.includes('|') ? ' - ' : found
  }
  return ' - '
}
