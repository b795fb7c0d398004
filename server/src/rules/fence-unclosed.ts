import type { Edit, Report } from '../postmortem/report.ts'
import { sourceLineAt } from '../postmortem/sourceLine.ts'
import { noOptions, type Rule } from './rule.ts'

export const fenceUnclosed: Rule = {
  id: 'fence-unclosed',
  summary: 'Every block of code ends.',
  explanation:
    'A fence that nothing closes makes code of everything up to the end of the document: headings below it are none, and what they hold is not shown as text.\n\nThe fix writes the closing fence at the end of the document, which changes nothing of what is shown, or before the first line behind the fence that looks like a heading, which brings back what was swallowed.',
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: search is down\n\n## Timeline\n\nText.\n\n## Root Cause\n\n```sh\ndf -h\n```\n',
        messages: [],
      },
      {
        text: '# Postmortem: search is down\n\n## Timeline\n\nText.\n\n## Root Cause\n\n~~~~\n```\nnot closed, but code\n~~~~\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: search is down\n\n## Timeline\n\nText.\n\n## Root Cause\n\nThe disk was full:\n\n```sh\ndf -h\n',
        messages: ['This block of code does not end. Close it with "```".'],
      },
      {
        text: '# Postmortem: search is down\n\n## Timeline\n\nText.\n\n## Root Cause\n\n- The disk was full:\n  ~~~~\n  df -h\n\n## Tasks\n\n- Rotate the logs\n\n~~~~\ndf -h\n',
        messages: ['This block of code does not end. Close it with "~~~~".'],
      },
    ],
  },
  check: (report) => {
    if (report.openFence === null) return []
    const { opening, closing } = report.openFence
    return [
      {
        message: `This block of code does not end. Close it with "${closing}".`,
        range: opening,
        fixes: [{ title: 'Close the block of code', preferred: true, edits: [close(report, closing)] }],
      },
    ]
  },
}

const headingLine = /^#{1,6} \S/m

/** Before the first line that looks like a heading, if there is one; else at the end. */
function close({ openFence, region, source, style }: Report, closing: string): Edit {
  const line = style.lineEnding
  const { start } = openFence?.opening ?? region
  const indentation = /^[ \t]*/.exec(sourceLineAt(start, source).text)?.[0] ?? ''
  const code = source.slice(start, region.end)
  const heading = headingLine.exec(code)?.index
  const length = heading === undefined ? code.trimEnd().length : code.slice(0, heading).trimEnd().length
  const end = start + length
  return { start: end, end, text: line + indentation + closing + (start + length === region.end ? line : '') }
}
