import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { runs } from '../runs.ts'
import { checkMarkdownIsKept } from './highlighted.ts'

const root = join(import.meta.dirname, '../../..')

/** What this extension highlights, and what Markdown does; put side by side they must not get in each other's way. */
const highlighted = [
  '<!-- postmortem-disable-line length-entry -->',
  '<!-- postmortem-disable',
  'postmortem-enable',
  'time-gap',
]
const markup = [
  ...['**', '*', '_', '__', '~~', '`', '``', '[', '](', ')', ']', '[x][y]', '![', '<', '>', '<b>', '</b>'],
  ...['<!--', '-->', '|', '\\', '&amp;', '# ', '- ', '1. ', '- [ ] ', '> ', '    ', '```', '\n', '\n\n', ' '],
]

describe('Markdown under the injected grammar', () => {
  it('keeps the highlighting of its own around a comment that silences a rule', () => {
    checkMarkdownIsKept('<!-- postmortem-disable-next-line time-gap -->\n- the **alert** `fired` in [it](#a)')
    checkMarkdownIsKept('|**x** <!-- postmortem-disable-line -->|`y`|\n|---|---|\n|**x**|`y`|')
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
    fc.assert(fc.property(text, checkMarkdownIsKept), { numRuns: runs(50) })
  })
})
