import { afterEach, expect, it } from 'vitest'
import type { CodeAction, Diagnostic } from 'vscode-languageserver'
import { type Editor, startEditor } from '../../editor.ts'

let editor: Editor
afterEach(() => editor.close())

const twoTitles =
  '# Postmortem\n\n## Isue Summary\n\nIt broke.\n\n## Timeline\n\n- 22:58 UTC - It was over.\n- 22:56 UTC - It broke.\n\n## Root Cause and Resolution\n\nA disk.\n'

async function titlesFor(
  { line, character }: { readonly line: number; readonly character: number },
  diagnostics: readonly Diagnostic[],
): Promise<readonly string[]> {
  const at = { line, character }
  const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: 'file:///report.md' },
    range: { start: at, end: at },
    context: { diagnostics },
  })
  return actions.map(({ title }) => title)
}

it('only what is asked about is fixed and silenced, if the editor says which of several that is', async () => {
  editor = await startEditor()
  await editor.open(twoTitles, 'file:///report.md')
  const at = { line: 11, character: 4 }
  const here = editor.diagnostics('file:///report.md').filter(({ range }) => range.start.line === at.line)
  expect(new Set(here.map(({ code }) => code)).size).toBeGreaterThan(1)
  const asked = here.find(({ code }) => code === 'section-missing')!
  const disabled = (titles: readonly string[]) => titles.filter((title) => title.startsWith('Disable '))
  expect(disabled(await titlesFor(at, [asked]))).toEqual([
    'Disable section-missing for this line',
    'Disable section-missing in this file',
  ])
  expect(disabled(await titlesFor(at, [])).length).toBeGreaterThan(2)
  expect(await titlesFor(at, [{ ...asked, code: 'MD001', message: 'Of another server.' }])).toEqual(
    await titlesFor(at, []),
  )
})

it('a timeline out of order is sorted by one action, and what silences comes after everything else', async () => {
  editor = await startEditor()
  await editor.open(twoTitles, 'file:///report.md')
  const titles = await titlesFor({ line: 9, character: 3 }, [])
  expect(titles.filter((title) => title === 'Sort the timeline')).toHaveLength(1)
  const first = titles.findIndex((title) => title.startsWith('Disable '))
  expect(titles.slice(first).every((title) => title.startsWith('Disable '))).toBe(true)
})

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
