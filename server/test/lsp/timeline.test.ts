import { afterEach, describe, expect, it } from 'vitest'
import type { ClientCapabilities, CodeLens, Hover, InlayHint, MarkupContent } from 'vscode-languageserver'
import { reportWith } from '../features/report.ts'
import { address, type Editor, startEditor } from './editor.ts'

const text = reportWith(
  '50 minutes, from February 3, 2026, 13:10 to 14:00 UTC',
  ['- 13:10 UTC - 😀 It broke.', '- 13:25 UTC - An alert fired.'].join('\n'),
)
const textDocument = { uri: address }
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
const ours: ClientCapabilities = { experimental: { postmortem: true } }

let editor: Editor
afterEach(() => editor.close())

async function open(capabilities?: ClientCapabilities, settings?: () => unknown) {
  editor = await startEditor(capabilities, settings)
  await editor.open(text)
}

const askHints = (range = whole) =>
  editor.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', { textDocument, range })
const askLenses = () => editor.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument })
const askHover = (line: number, character: number) =>
  editor.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument,
    position: { line, character },
  })

const textOf = (hover: Hover | null) => (hover?.contents as MarkupContent | undefined)?.value

describe('the language server, for a timeline', () => {
  it('gives hints for the lines that the editor shows', async () => {
    await open()
    expect((await askHints())?.map(({ label, position }) => [label, position])).toEqual([
      ['+00:00', { line: 9, character: 11 }],
      ['+00:15', { line: 10, character: 11 }],
    ])
    const firstEntry = { start: { line: 9, character: 0 }, end: { line: 9, character: 30 } }
    expect(await askHints(firstEntry)).toHaveLength(1)
  })

  it('gives no hints where the setting says so, and has the editor ask again when it changes', async () => {
    let elapsedHints: unknown = false
    const refreshed: string[] = []
    editor = await startEditor(
      {
        workspace: {
          configuration: true,
          inlayHint: { refreshSupport: true },
          codeLens: { refreshSupport: true },
        },
      },
      () => ({ timeline: { elapsedHints } }),
    )
    for (const kind of ['inlayHint', 'codeLens']) {
      editor.connection.onRequest(`workspace/${kind}/refresh`, () => {
        refreshed.push(kind)
        return null
      })
    }
    await editor.open(text)
    expect(await askHints()).toBeNull()
    refreshed.length = 0
    elapsedHints = 'yes, please'
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await editor.settle()
    expect(await askHints()).toHaveLength(2)
    expect(refreshed).toEqual(['inlayHint', 'codeLens'])
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await editor.settle()
    expect(refreshed).toHaveLength(2)
  })

  it('gives our own client lenses that go to a line', async () => {
    await open(ours)
    const lenses = await askLenses()
    expect(lenses.map(({ range, command }) => [range.start.line, command])).toContainEqual([
      0,
      {
        title: 'Duration: 50 min',
        command: 'postmortem.revealLine',
        arguments: [address, { line: 4, character: 33 }],
      },
    ])
  })

  it('gives other editors lenses that are there to be read', async () => {
    await open()
    const commands = (await askLenses()).map(({ command }) => command?.command)
    expect(new Set(commands)).toEqual(new Set(['']))
  })

  it('explains a time in the form that the editor can show', async () => {
    await open()
    const plain = await askHover(10, 4)
    expect(plain?.range).toEqual({ start: { line: 10, character: 2 }, end: { line: 10, character: 11 } })
    expect(plain?.contents).toMatchObject({ kind: 'plaintext' })
    expect(textOf(plain)).toContain('UTC: 2026-02-03 13:25\n')
    expect(await askHover(10, 20)).toBeNull()
    editor.close()
    await open({ textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } })
    const marked = await askHover(10, 4)
    expect(textOf(marked)).toContain('- **UTC:** 2026-02-03 13:25\n')
  })

  it('knows nothing of a document that is not open', async () => {
    editor = await startEditor()
    expect(await askHints()).toBeNull()
    expect(await askLenses()).toBeNull()
    expect(await askHover(0, 0)).toBeNull()
  })
})
