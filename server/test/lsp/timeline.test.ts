import type { TimelineChange } from '@postmortem/shared/timeline'
import { afterEach, describe, expect, it } from 'vitest'
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type Hover,
  type InlayHint,
  LSPErrorCodes,
  type MarkupContent,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
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

  it('offers to sort the timeline and to convert it, in the timeline and on request only', async () => {
    editor = await startEditor()
    const shuffled = reportWith(
      '50 minutes, from February 3, 2026, 13:10 to 14:00 EAT',
      ['- 13:25 EAT - An alert fired.', '- 13:10 EAT - 😀 It broke.', '- 14:00 EAT - Over.'].join('\n'),
    )
    await editor.open(shuffled)
    const inTimeline = { start: { line: 10, character: 4 }, end: { line: 10, character: 4 } }
    const actions = await editor.codeActions(inTimeline, ['refactor'])
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([
      ['Sort the timeline', 'refactor.rewrite'],
      ['Convert the timeline to UTC', 'refactor.rewrite'],
      ['Insert timeline as Mermaid diagram', 'refactor.rewrite'],
    ])
    const fixes = await editor.codeActions(whole, ['quickfix'])
    expect(fixes.filter(({ kind }) => kind !== 'quickfix')).toEqual([])
    expect(await editor.codeActions({ start: whole.start, end: whole.start }, ['refactor'])).toEqual([])
    const automatic = { diagnostics: [], triggerKind: 2 }
    const unasked = { textDocument, range: inTimeline, context: automatic }
    const offered = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', unasked)
    expect(offered.filter(({ kind }) => kind?.startsWith('refactor'))).toEqual([])
    const [{ edits }] = actions[1]!.edit!.documentChanges as [TextDocumentEdit]
    const document = TextDocument.create(address, 'markdown', 1, shuffled)
    const converted = TextDocument.applyEdits(document, edits as TextEdit[])
    expect(converted).toContain('- 10:25 UTC - An alert fired.\n- 10:10 UTC - 😀 It broke.\n')
    expect(converted).toContain('from February 3, 2026, 10:10 to 11:00 UTC\n')
  })

  it('answers our own client what sorting and converting would change', async () => {
    await open(ours)
    const ask = <Result>(method: string, params: object) =>
      editor.connection.sendRequest<Result>(method, { uri: address, ...params })
    expect(await ask('postmortem/timeZones', {})).toEqual(['UTC'])
    expect(await ask('postmortem/sortTimeline', {})).toEqual({
      kind: 'changed',
      version: 1,
      edits: [],
      left: [],
    })
    const change = await ask<TimelineChange>('postmortem/convertTimeZone', { zone: 'EAT' })
    expect(change.kind === 'changed' && change.edits.at(-1)).toEqual({
      range: { start: { line: 10, character: 8 }, end: { line: 10, character: 11 } },
      text: 'EAT',
    })
    expect(await ask('postmortem/convertTimeZone', { zone: 'IST' })).toEqual({
      kind: 'refused',
      reason: 'IST could mean several time zones, or none.',
      version: 1,
      range: null,
    })
  })

  it('leads our own client to the entry that keeps the timeline from being sorted, and offers its date', async () => {
    editor = await startEditor(ours)
    const entries = ['- 2026-02-04 09:00 UTC - It was fixed.', '- 08:00 UTC - An alert fired.'].join('\n')
    await editor.open(reportWith('50 minutes, from February 3, 2026, 13:10 to 14:00 UTC', entries))
    const params = { uri: address }
    const range = { start: { line: 10, character: 2 }, end: { line: 10, character: 11 } }
    expect(await editor.connection.sendRequest('postmortem/sortTimeline', params)).toEqual({
      kind: 'refused',
      reason: '"08:00 UTC" takes its date from the entry above it. Write the date beside it.',
      version: 1,
      range,
    })
    const [action] = await editor.codeActions(range, ['refactor'])
    expect(action?.title).toBe('Write 2026-02-04 beside "08:00 UTC", to sort the timeline')
  })

  it('does not compute what is cancelled before its turn', async () => {
    await open()
    const cancellation = new CancellationTokenSource()
    const asked = editor.connection.sendRequest('textDocument/codeLens', { textDocument }, cancellation.token)
    cancellation.cancel()
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
  })

  it('knows nothing of a document that is not open', async () => {
    editor = await startEditor()
    expect(await askHints()).toBeNull()
    expect(await askLenses()).toBeNull()
    expect(await askHover(0, 0)).toBeNull()
  })
})
