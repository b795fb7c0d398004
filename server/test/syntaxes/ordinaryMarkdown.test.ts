import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { checkMarkdownIsKept } from './highlighted.ts'

const root = join(import.meta.dirname, '../../..')

/** What this extension highlights, and what Markdown does; put side by side they must not get in each other's way. */
const highlighted = [
  ...['14:02 UTC', '2024-05-10T14:02Z', 'May 10, 2024', '90 minutes', '2h30m', 'SEV1', '@on-call', 'OPS-123'],
  ...[
    '#123',
    '{{what}}',
    'Owner: team',
    'Severity: high',
    'TBD',
    'Europe/Berlin',
    'UTC+5:30',
    'https://a.org/',
  ],
]
const markup = [
  ...['**', '*', '_', '__', '~~', '`', '``', '[', '](', ')', ']', '[x][y]', '![', '<', '>', '<b>', '</b>'],
  ...['<!--', '-->', '|', '\\', '&amp;', '# ', '- ', '1. ', '- [ ] ', '> ', '    ', '```', '\n', '\n\n', ' '],
]

describe('Markdown under the injected grammar', () => {
  it('keeps the highlighting of its own behind a time, a date or a duration', () => {
    checkMarkdownIsKept('14:02 UTC - the **alert** `fired` in [the shop](https://example.org)')
    checkMarkdownIsKept('- 2024-05-10 was **bad** for 90 minutes, *very*')
    checkMarkdownIsKept('> {{what}} was ~~said~~')
    checkMarkdownIsKept('|14:02 **x**|`SEV1`|\n|---|---|\n|14:02 **x**|OPS-12 `y`|')
    checkMarkdownIsKept('## 14:02 the **alert**')
    checkMarkdownIsKept('**Owner:** team, **Severity: high**, _https://example.org/a_')
  })

  it('keeps it in reports and in what is none', () => {
    const documents = ['.', 'examples'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFileSync(join(root, folder, name), 'utf8')),
    )
    for (const document of documents) checkMarkdownIsKept(document)
  })

  it('keeps it whatever stands beside what', () => {
    const piece = fc.constantFrom(...highlighted, ...markup, 'word', ' ', ', ', ': ')
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))
    // In brackets, a time is a time and no name of a link.
    const other = text.filter((each) => !each.includes('[14:02 UTC]'))
    fc.assert(fc.property(other, checkMarkdownIsKept), { numRuns: 150 })
  })
})
