import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { findInTemplate } from '../editing/sectionTitles.ts'
import { sentence } from '../messages/sentence.ts'
import { matchTitle } from '../postmortem/blocks/titles.ts'
import type { Edit, Range } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'

export const fenceUnclosed: Rule = {
  id: 'fence-unclosed',
  summary: 'Every block of code ends.',
  explanation: prose`
    A fence that nothing closes makes code of everything up to the end of the document: headings below it
    are none, and what they hold is not shown as text.

    The fix writes the closing fence at the end of the document, which changes nothing of what is shown, or
    before the first section that was swallowed, if there is one.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          Text.

          ## Root Cause

          \`\`\`sh
          df -h
          \`\`\`
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          Text.

          ## Root Cause

          ~~~~
          \`\`\`
          not closed, but code
          ~~~~
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          Text.

          ## Root Cause

          The disk was full:

          \`\`\`sh
          df -h
        `,
        messages: ['This block of code does not end. Close it with "```".'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          Text.

          ## Root Cause

          - The disk was full:
            ~~~~
            df -h

          ## Tasks

          - Rotate the logs

          ~~~~
          df -h
        `,
        messages: ['This block of code does not end. Close it with "~~~~".'],
      },
    ],
  },
  check: (report) => {
    if (report.openFence === null) return []
    const { opening, closing } = report.openFence
    const swallowed = findSwallowed(report, opening)
    return [
      {
        message: sentence`This block of code does not end. Close it with "${closing}".`,
        range: opening,
        fixes: [
          {
            title: sentence`Close the block of code`,
            preferred: true,
            safe: swallowed === null,
            edits: [close(report, opening, closing, swallowed)],
          },
        ],
      },
    ]
  },
}

/** The first line of the code that is the title of one of the template's sections. */
function findSwallowed({ source, region, template }: Report, { start }: Range): number | null {
  for (const match of source.slice(start, region.end).matchAll(/^#{1,6} +(\S.{0,100})$/gm)) {
    const ids = matchTitle(match[1] ?? '', 'heading')?.ids ?? []
    if (ids.some((id) => findInTemplate(id, template) !== undefined)) return start + match.index
  }
  return null
}

function close(
  { source, region, style }: Report,
  { start }: Range,
  closing: string,
  swallowed: number | null,
): Edit {
  const line = style.lineEnding
  const before = sourceLineAt(start, source)
  // What opens a list item is blank in the lines below it; what marks a quotation is not.
  const prefix = source.slice(before.start, start).replace(/[^\s>]/g, ' ')
  const code = source.slice(start, swallowed ?? region.end)
  const end = start + code.trimEnd().length
  return { start: end, end, text: line + prefix + closing + (end === region.end ? line : '') }
}
