import { afterEach, describe, expect, it } from 'vitest'
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import { reportWith } from '../../features/report.ts'
import { address, type Editor, startEditor } from '../editor.ts'

const text = reportWith(
  'from February 3, 2026, 13:10 to 14:00 UTC',
  '- 13:10 UTC - It broke.\n- 13:25 UTC - An alert fired.',
)

let editor: Editor
afterEach(() => editor.close())

async function open(document: string) {
  editor = await startEditor()
  await editor.open(document)
}

const askPicture = (uri = address) =>
  editor.connection.sendRequest<string | null>('postmortem/pictures', { uri })

describe('the language server, for the picture of a timeline', () => {
  it('draws what the document says now', async () => {
    await open(text)
    expect(await askPicture()).toMatch(
      /^<div [^>]+><svg class="postmortem-picture postmortem-timeline"[\s\S]+13:25 UTC \(\+00:15\)/,
    )
    const at = text.indexOf('13:25')
    await editor.type(at, at + 5, '13:27')
    expect(await askPicture()).toContain('13:27 UTC (+00:17)')
  })

  it('draws nothing for other documents', async () => {
    await open('# Notes\n')
    expect(await askPicture()).toBeNull()
    expect(await askPicture('file:///closed.md')).toBeNull()
  })

  it('offers a Mermaid diagram within the timeline', async () => {
    await open(text)
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } })
    const line = text.split('\n').findIndex((each) => each.startsWith('- 13:25'))
    const actions = await editor.codeActions(at(line), ['refactor.rewrite'])
    const action = actions.find(({ title }) => title === 'Insert timeline as Mermaid diagram')
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[]
    const [edit] = (change?.edits ?? []) as TextEdit[]
    expect(edit?.newText).toMatch(/^\n```mermaid\ngantt\n[\s\S]+\n```\n$/)
    expect(edit?.range).toEqual(at(line + 1))
    expect(await editor.codeActions(at(0), ['refactor.rewrite'])).toEqual([])
  })
})
