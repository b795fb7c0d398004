import { afterEach, describe, expect, it } from 'vitest'
import type {
  ClientCapabilities,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SelectionRange,
  SemanticTokens,
} from 'vscode-languageserver'
import { reportWith } from '../../features/report.ts'
import { address, type Editor, startEditor } from '../editor.ts'

const text = reportWith('from February 3, 2026, 13:10 to 14:00 UTC', '- 13:10 UTC - It broke.')
const ordinary = '# Widgets\n\n## Timeline of releases\n\nA library.\n'
const ours: ClientCapabilities = {
  experimental: { postmortem: true },
  workspace: { configuration: true },
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
}

let editor: Editor
afterEach(() => editor.close())

async function open(content: string, capabilities?: ClientCapabilities, settings?: () => unknown) {
  editor = await startEditor(capabilities, settings)
  await editor.open(content)
}

const ask = <Result>(method: string, params: object = {}) =>
  editor.connection.sendRequest<Result>(`textDocument/${method}`, {
    textDocument: { uri: address },
    ...params,
  })

const atTimeline = { line: 7, character: 5 }

describe('the language server, for requests of every editor', () => {
  it('completes with tab stops where the editor knows them', async () => {
    const content = '# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timeline\n\nText.\n\n## \n'
    const position = { line: 10, character: 3 }
    await open(content, ours)
    const [first] = await ask<CompletionItem[]>('completion', { position })
    expect(first).toMatchObject({ label: 'Root Cause and Resolution', insertTextFormat: 2 })
    expect(first?.textEdit).toMatchObject({
      range: { start: { line: 10, character: 0 }, end: position },
      newText: expect.stringContaining('${1:{{'),
    })
    editor.close()
    await open(content)
    const [plain] = await ask<CompletionItem[]>('completion', { position })
    expect(plain?.textEdit?.newText).toContain('**Root Cause:** {{')
  })

  it('completes the last line of a document, too', async () => {
    await open('', ours)
    const items = await ask<CompletionItem[]>('completion', { position: { line: 0, character: 0 } })
    expect(items[0]?.label).toBe('Holberton postmortem')
  })

  it('highlights reports only, and only if the settings ask for it', async () => {
    await open(text)
    const { legend } = editor.capabilities.semanticTokensProvider!
    const { data } = await ask<SemanticTokens>('semanticTokens/full')
    const types = data.filter((_, index) => index % 5 === 3).map((type) => legend.tokenTypes[type])
    expect(types).toEqual(expect.arrayContaining(['number', 'keyword']))
    editor.close()
    await open(ordinary)
    expect(await ask('semanticTokens/full')).toEqual({ data: [] })
    editor.close()
    await open(text, ours, () => ({ highlighting: false }))
    expect(await ask('semanticTokens/full')).toEqual({ data: [] })
  })

  it('folds, and lets a selection grow', async () => {
    await open(text)
    expect(await ask<FoldingRange[]>('foldingRange')).toContainEqual({
      startLine: 7,
      endLine: 9,
      kind: 'region',
    })
    const [grown] = await ask<SelectionRange[]>('selectionRange', { positions: [{ line: 9, character: 16 }] })
    expect(grown?.range.start).toEqual({ line: 9, character: 14 })
    expect(grown?.parent?.range.start.line).toBe(9)
  })

  it('says at a title what belongs there', async () => {
    await open(text)
    const hover = await ask<Hover>('hover', { position: atTimeline })
    expect(hover.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringMatching(
        /^Timeline \(required in the template Holberton\) · \d+ words\n\nOne bullet/,
      ),
    })
  })

  it('lists symbols for other editors, and for our own client where the setting says so', async () => {
    await open(text)
    expect((await ask<DocumentSymbol[]>('documentSymbol')).map(({ name }) => name)).toContain('Timeline')
    editor.close()
    await open(text, ours)
    expect(await ask('documentSymbol')).toBeNull()
    editor.close()
    await open(text, ours, () => ({ documentSymbols: true }))
    expect(await ask('documentSymbol')).toHaveLength(4)
  })

  it('shows the words of each section above its title, if the settings ask for it', async () => {
    const lensesAt = async (line: number) =>
      (await ask<CodeLens[]>('codeLens')).flatMap(({ range, command }) =>
        range.start.line === line ? command?.title : [],
      )
    await open(text)
    expect(await lensesAt(atTimeline.line)).toEqual([])
    editor.close()
    await open(text, ours, () => ({ sectionWordCounts: true }))
    expect(await lensesAt(atTimeline.line)).toEqual([expect.stringMatching(/^\d+ words?$/)])
    editor.close()
    await open(ordinary, ours, () => ({ sectionWordCounts: true }))
    expect(await ask('codeLens')).toEqual([])
  })

  it('has nothing for a document that is no report', async () => {
    await open(ordinary)
    const position = { line: 2, character: 4 }
    expect(await ask('completion', { position })).toEqual([])
    expect(await ask('foldingRange')).toEqual([])
    expect(await ask('documentSymbol')).toEqual([])
    expect(await ask('hover', { position })).toBeNull()
    expect(await ask('selectionRange', { positions: [position] })).toBeNull()
  })

  it('explains the keys of front matter that it reads, and no others', async () => {
    await open(`---\nservices: [search]\nlayout: page\npostmortem:\n  near-miss: true\n---\n\n${text}`)
    const explain = (line: number, character: number) =>
      ask<Hover | null>('hover', { position: { line, character } })
    expect((await explain(1, 3))?.contents).toMatchObject({ value: 'The services that were affected.' })
    expect((await explain(4, 6))?.contents).toMatchObject({
      value: expect.stringContaining('nothing failed'),
    })
    expect(await explain(2, 3)).toBeNull()
    expect(await explain(1, 12)).toBeNull()
  })
})
