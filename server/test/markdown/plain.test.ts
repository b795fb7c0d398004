import { describe, expect, it } from 'vitest'
import { loadVariants } from '../../../scripts/markdown/loadVariants.mjs'
import type * as markdown from '../../src/markdown/document.ts'
import { checkTree } from './reference.ts'

const open = '() => new Fragment(grammar, language, signature, definitions)'
const [withoutMicromark] = await loadVariants<typeof markdown>('server/src/markdown/document.ts', [
  [{ file: 'scan.ts', find: open, replace: "() => { throw new Error('micromark was needed') }" }],
])

/** A plain reader that always left everything to micromark would pass the tests of exactness. */
describe('without micromark, it reads', () => {
  const plain = {
    paragraphs:
      'The queue of `mail` grew,\nand **nobody** was *paged* (see [the graph](https://a.example/b)).\n\nNext',
    headings: '# Checkout was down\n\n## What happened\nThe queue grew.\n### Why\n',
    'a list of entries': '- **14:02 UTC**: The alert fired.\n- 14:09 – We looked.\n\nThen it was over.\n',
    'a list of tasks': '* [ ] Test the pool (owner: Mira)\n* [x] **Alert** on the pool\n',
    'a numbered list': '1. one\n2. two\n\n',
    'a list after its introduction': 'We saw:\n- errors\n- snake_case_names\n',
    code: `\`\`\`sh\n${'16:40 checkout[4000]: <timeout> & more\n'.repeat(40)}\n\`\`\`\n\nafter\n`,
    'a table': '| Time | What | Who |\n| :-- | --- |:-:|\n| 14:02 | `mail` was **down** |  |\n\nafter\n',
    'a table with few pipes':
      '| Time | What |\n| - | - |\n14:02 | It was **down**\nMira | |\n| 14:09 | We looked\nEnd\n',
    pictures: '![the graph](graph.png)\n\nSee ![another](https://a.example/b.png).\n',
    'underlined headings': 'Checkout was down\n=====\n\nWhat happened\n-----\nIt broke, says @mira.\n',
    'lines that end with CR and LF': '# A\r\n\r\nb\r\nc `d`\r\n\r\n- e\r\n- f\r\n',
    'a rule between sections': 'One\n\n---\n\nTwo\n',
  }
  for (const [name, text] of Object.entries(plain)) {
    it(name, () => {
      checkTree(withoutMicromark!.MarkdownDocument.from(text), text)
    })
  }

  it('nothing else', () => {
    expect(() => withoutMicromark!.MarkdownDocument.from('> a\n')).toThrow('micromark was needed')
  })
})
