import { afterEach, expect, it } from 'vitest'
import { type Editor, startEditor } from '../../editor.ts'

let editor: Editor
afterEach(() => editor.close())

it('a fix is offered at every place that its finding names and it would change', async () => {
  editor = await startEditor()
  await editor.open(
    '# Postmortem\n\n## Issue Summary\n\nIt broke.\n\n## Timeline\n\n- 22:56 UTC - It broke.\n- {{HH:MM}} {{time zone}} - {{what}}\n',
    'file:///report.md',
  )
  const titlesAt = async (character: number) => {
    const at = { line: 9, character }
    return (await editor.codeActions({ start: at, end: at })).map(({ title }) => title)
  }
  expect(await titlesAt(3)).toContain('Write "UTC"')
  expect(await titlesAt(14)).toContain('Write "UTC"')
  expect(await titlesAt(32)).not.toContain('Write "UTC"')
})
