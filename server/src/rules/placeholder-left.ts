import { type Fix, noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { isWithin, type Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { formatDuration } from '../time/repair/print.ts'
import { distanceBetween } from '../time/resolved/order.ts'

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  summary: 'Nothing is left to be filled in.',
  explanation: prose`
    What a template leaves for the author looks like an answer from afar. Reported are \`{{…}}\`, \`[insert
    …]\`, \`<date>\`, blanks of underscores, forms such as \`YYYY-MM-DD\` and \`HH:MM\`, and the words TODO, TBD,
    TBC and FIXME in capitals. Code, links and addresses are never taken for placeholders.

    Only the author knows what belongs there, but for two that a template may hold: \`{{how long}}\`, which a
    fix fills in as soon as the start and the end are known, and \`{{time zone}}\`, which a fix fills in
    everywhere where the report names a zone already.
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
          '"{{how many}}" is left to be filled in. Write what belongs there.',
          '"HH:MM" is left to be filled in. Write what belongs there.',
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
        messages: ['"TBD" is left to be filled in. Write what belongs there.'],
      },
    ],
  },
  check: (report) =>
    report.placeholders
      .filter(({ start }) => !isWithin(start, report.markup.code))
      .map((placeholder) => ({
        message: sentence`"${placeholder.text}" is left to be filled in. Write what belongs there.`,
        range: { start: placeholder.start, end: placeholder.end },
        fixes: fillIn(placeholder, report),
      })),
}

/** What the report knows already. */
function fillIn(placeholder: Passage, report: Report): readonly Fix[] {
  const text = known[placeholder.text]?.(report) ?? null
  if (text === null) return []
  // A time zone is the same everywhere.
  const places =
    placeholder.text === timeZone
      ? report.placeholders.filter((each) => each.text === timeZone)
      : [placeholder]
  const edits = places.map(({ start, end }) => ({ start, end, text }))
  return [{ title: sentence`Write "${text}"`, preferred: true, edits }]
}

const timeZone = '{{time zone}}'

const known: Readonly<Record<string, (report: Report) => string | null>> = {
  '{{how long}}': ({ fields: { start, end } }) => {
    const distance = start === null || end === null ? null : distanceBetween(start.time, end.time)
    if (distance === null || distance.certainty !== 'certain' || distance.minutes <= 0) return null
    return formatDuration(distance.minutes)
  },
  [timeZone]: ({ fields }) => fields.timeZone?.text ?? null,
}
