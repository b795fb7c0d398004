import type { TimelineStep } from '../postmortem/report.ts'
import { noOptions, type Problem, type Rule } from './rule.ts'

const report = (timeline: string) =>
  `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n\n## Root Cause\n\nText.\n`
const message = 'The entry has no time, unlike the others. Write when it happened.'

export const entryWithoutTime: Rule = {
  id: 'entry-without-time',
  summary: 'Every entry of a timeline has a time.',
  explanation:
    'An entry without a time cannot be placed between the others, and its interval is lost. Reported where at least two entries beside it have a time, and at least half of them; items below an entry belong to that entry and need none.\n\nThe fix inserts a placeholder for the time, with what the entries beside it have behind theirs.',
  severity: 'warning',
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
          '* **14:05**: An alert was received.\n* **15:10**: The disk was cleared.\n* The logs were rotated.',
        ),
        messages: [message],
      },
    ],
  },
  check: ({ timeline: { entries, style, steps } }) => {
    const timed = entries.filter(({ time }) => time !== null)
    const others = entries.filter(({ time, label }) => time === null && label === null)
    if (style !== 'entries' || timed.length < 2 || timed.length < others.length) return []
    const separator = separatorOf(steps)
    return others.flatMap((entry): Problem[] => {
      const { start, text } = entry.text
      // A placeholder for the time is there already.
      if (!/\p{L}/u.test(text) || text.startsWith('{{')) return []
      return [
        {
          message,
          range: entry.text,
          fixes: [
            {
              title: 'Insert a time to fill in',
              preferred: true,
              edits: [{ start, end: start, text: `{{HH:MM}}${separator}` }],
            },
          ],
        },
      ]
    })
  },
}

/** What the first entry has between its time and its text, without the markup around it. */
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
