import { afterEach, expect, it } from 'vitest'
import { reportWith } from '../../../features/report.ts'
import { type Editor, startEditor } from '../../editor.ts'

let editor: Editor
afterEach(() => editor.close())

const causes = '- The search failed.\n  - Because the disk was full.'
const text = reportWith('50 minutes', '- 13:10 UTC - It broke.').replace(
  'The index was rebuilt from an empty export, and put back.',
  `It failed because the disk was full because nobody looked.\n\n${causes}`,
)

it('offers a list and a diagram of the causes where the cursor is, and only when asked', async () => {
  editor = await startEditor()
  await editor.open(text)
  const titlesAt = async (words: string, kinds: string[]) => {
    const line = text.slice(0, text.indexOf(words)).split('\n').length - 1
    const at = { line, character: 3 }
    const actions = await editor.codeActions({ start: at, end: at }, kinds)
    return actions.filter(({ kind }) => kind === 'refactor.rewrite').map(({ title }) => title)
  }
  expect(await titlesAt('It failed', ['refactor'])).toEqual([
    'Write the causes as a nested list',
    'Insert causes as Mermaid diagram',
  ])
  expect(await titlesAt('- The search', ['refactor'])).toEqual(['Insert causes as Mermaid diagram'])
  expect(await titlesAt('- [ ] Refuse', ['refactor'])).toEqual([])
  expect(await titlesAt('It failed', ['quickfix'])).toEqual([])
})
