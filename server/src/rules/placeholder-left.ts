import { type Fix, noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { isWithin, type Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { formatDuration } from '../time/repair/print.ts'
import { distanceBetween } from '../time/resolved/order.ts'

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  summary: 'No placeholder is left to fill in.',
  explanation: prose`
    From a distance, a placeholder looks like an answer. The rule reports \`{{…}}\`, \`[insert …]\`,
    \`<date>\`, blanks made of underscores, formats such as \`YYYY-MM-DD\` and \`HH:MM\`, and the words TODO,
    TBD, TBC and FIXME in capitals. Code, links and addresses are never taken for placeholders.

    Only the author knows what belongs there, with two exceptions that a template may contain. One fix fills
    in \`{{how long}}\` once the start and the end are known. Another fills in every \`{{time zone}}\` if the
    report names a zone.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          The template \`{{ user }}\` was rendered as it stands, see [the ticket](https://tracker.test/1).

          ## Timeline

          - 14:02 UTC - The search stopped to answer.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Timeline

          Text.

          ## To do

          - [ ] Rotate the logs
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          - **Impact:** {{how many}}% of users saw an error

          ## Timeline

          - HH:MM UTC - The search stopped to answer.
        `,
        messages: [
          '"{{how many}}" is a placeholder. Write what belongs there.',
          '"HH:MM" is a placeholder. Write what belongs there.',
        ],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Root Cause

          TBD
        `,
        messages: ['"TBD" is a placeholder. Write what belongs there.'],
      },
    ],
  },
  check: (report) =>
    report.placeholders
      .filter(({ start }) => !isWithin(start, report.markup.code))
      .map((placeholder) => ({
        message: sentence`"${placeholder.text}" is a placeholder. Write what belongs there.`,
        range: { start: placeholder.start, end: placeholder.end },
        fixes: fillIn(placeholder, report),
      })),
}

/** Fills in what the rest of the report already says. */
function fillIn(placeholder: Passage, report: Report): readonly Fix[] {
  const text = knownValues[placeholder.text]?.(report) ?? null
  if (text === null) return []
  // The time zone is the same throughout the report.
  const places =
    placeholder.text === timeZone
      ? report.placeholders.filter((each) => each.text === timeZone)
      : [placeholder]
  const edits = places.map(({ start, end }) => ({ start, end, text }))
  return [{ title: sentence`Write "${text}"`, preferred: true, edits }]
}

const timeZone = '{{time zone}}'

const knownValues: Readonly<Record<string, (report: Report) => string | null>> = {
  '{{how long}}': ({ fields: { start, end } }) => {
    const distance = start === null || end === null ? null : distanceBetween(start.time, end.time)
    if (distance === null || distance.certainty !== 'certain' || distance.minutes <= 0) return null
    return formatDuration(distance.minutes)
  },
  [timeZone]: ({ fields }) => fields.timeZone?.text ?? null,
}
