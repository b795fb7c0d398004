import { expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { readBlock } from '../../src/postmortem/blocks/blockFacts.ts'

/** A report so long that reading all of it again could not be mistaken for reading a part. */
const paragraph = 'The queue grew faster than the workers could drain it, and requests began to wait.\n\n'
const before = `# Postmortem: search is down\n\n## Issue Summary\n\n${paragraph.repeat(15)}`
const after = `\n\n## Root Cause\n\n${paragraph.repeat(15)}`

const many = (line: string) => `${line}\n`.repeat(20)

/** Constructs with `¦` where a letter is typed. */
const constructs: readonly (readonly [name: string, text: string])[] = [
  ['a word of a paragraph', 'The dis¦k of the node was full.'],
  ['the end of a paragraph', 'The disk of the node was full.¦'],
  ['a title', '## Time¦line'],
  ['a title that is underlined', 'Time¦line\n---'],
  ['a bold title', '**Time¦line:**\n\nText.'],
  [
    'the event of an entry in a list',
    `${many('- 14:02 It broke.')}- 14:03 It ¦broke.\n${many('- 14:04 Over.')}`,
  ],
  [
    'the time of an entry in a list',
    `${many('- 14:02 It broke.')}- 14:0¦3 It broke.\n${many('- 14:04 Over.')}`,
  ],
  [
    'an entry that is a paragraph',
    `${many('14:02: It broke.\n')}14:03: It ¦broke.\n\n${many('14:04: Over.\n')}`,
  ],
  [
    'an entry in a table',
    `| Time | Event |\n| - | - |\n${many('| 14:02 | It broke. |')}| 14:03 | It ¦broke. |\n`,
  ],
  ['the head of a table', `| Ti¦me | Event |\n| - | - |\n${many('| 14:02 | It broke. |')}`],
  ['a task', `${many('- [ ] Add an alert (owner: Ann)')}- [ ] Add ¦an alert\n${many('- [x] Done')}`],
  ['the owner of a task', `${many('- [ ] Add an alert')}- [ ] Add an alert (owner: An¦n)\n`],
  ['a field', '**Impact:** about 25% of all us¦ers'],
  ['the label of a field', '**Imp¦act:** about 25% of all users'],
  ['a comment for a line', 'It should work. <!-- postmortem-disable-line language-hind¦sight -->'],
  ['a comment of its own', '<!-- postmortem-disable no¦ -->'],
  ['a placeholder', 'The owner is {{na¦me}}.'],
  ['the text of a link', 'See [the run¦book](runbook.md).'],
  ['the address of a link', 'See [the runbook](run¦book.md).'],
  ['the address of a definition', 'See [the log][log].\n\n[log]: https://lo¦gs.shop.dev/7'],
  [
    'a log in a fence',
    `\`\`\`\n${many('14:02:11 worker 3 timed out')}14:02:12 worker ¦4\n${many('14:03')}\`\`\``,
  ],
  ['a quote', '> Ann: the disk is ¦full'],
]

/** Types a letter and counts the blocks that are read again. */
function countReadAgain(text: string, offset: number): number {
  const document = MarkdownDocument.from(text)
  const known = new Set([...document.blocks()].map(readBlock))
  expect(known.size).toBeGreaterThan(10)
  document.edit([{ start: offset, end: offset, text: 'x' }])
  return [...document.blocks()].filter((block) => !known.has(readBlock(block))).length
}

it.each(constructs)('reads one block again for a letter in %s', (_, text) => {
  const [start = '', end = ''] = text.split('¦')
  expect(countReadAgain(`${before}${start}${end}${after}`, before.length + start.length)).toBe(1)
})

it('reads one block again for a letter in the front matter', () => {
  expect(countReadAgain(`---\nseverity: SEV1\n---\n${before}${after}`, 14)).toBe(1)
})
