import { expect, it } from 'vitest'
import { read } from '../read.ts'

const report =
  '# Postmortem: search\n\n## Timeline\n\n- 10:00 UTC - It failed.\n\n## Root Cause\n\nA full disk.\n'
const quoted = report.replace(/^/gm, '> ')

it('a report that is wholly in a code block or a quotation is read, at the same places', () => {
  for (const text of [`\`\`\`\n${report}\`\`\`\n`, `\n~~~markdown\n${report}`, quoted]) {
    const { recognition, sections, enclosure } = read(text)
    expect(recognition.postmortem).toBe(true)
    expect(enclosure).not.toBeNull()
    expect(sections.map(({ title }) => text.slice(title.start, title.end))).toEqual([
      'Timeline',
      'Root Cause',
    ])
  }
})

it('a code block or a quotation in a document is no report', () => {
  for (const text of [
    `\`\`\`\n${report}\`\`\`\n\nAn example.\n`,
    `An example:\n\n${quoted}`,
    '```\nnpm start\n```\n',
  ]) {
    expect(read(text).recognition.postmortem).toBe(false)
    expect(read(text).enclosure).toBeNull()
  }
})
