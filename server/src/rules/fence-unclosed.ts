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
  summary: 'Every code block is closed.',
  explanation: prose`
    A fence that is never closed turns the rest of the document into code, including its headings.

    The fix adds the closing fence at the end of the document, which does not change what is shown. If a
    section title was swallowed, it adds the fence before the first one instead.
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
        messages: ['This code block is never closed. Close it with "```".'],
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
        messages: ['This code block is never closed. Close it with "~~~~".'],
      },
    ],
  },
  check: (report) => {
    if (report.openFence === null) return []
    const { opening, closing } = report.openFence
    const swallowed = findSwallowed(report, opening)
    return [
      {
        message: sentence`This code block is never closed. Close it with "${closing}".`,
        range: opening,
        fixes: [
          {
            title: sentence`Close the code block`,
            preferred: true,
            safe: swallowed === null,
            edits: [close(report, opening, closing, swallowed)],
          },
        ],
      },
    ]
  },
}

/** The offset of the first line of code that is a section title of the template; null if there is none. */
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
  const { lineEnding } = style
  const openingLine = sourceLineAt(start, source)
  // On later lines, the marker of a list item becomes blank and that of a quotation is repeated.
  const prefix = source.slice(openingLine.start, start).replace(/[^\s>]/g, ' ')
  const code = source.slice(start, swallowed ?? region.end)
  const end = start + code.trimEnd().length
  return { start: end, end, text: lineEnding + prefix + closing + (end === region.end ? lineEnding : '') }
}
