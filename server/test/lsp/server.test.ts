import type { InsertSectionsRequest } from '@postmortem/shared/clientCommands'
import type { WordCountNotification } from '@postmortem/shared/counting'
import type { OutlineNotification } from '@postmortem/shared/outline'
import { afterEach, describe, expect, it } from 'vitest'
import type {
  ClientCapabilities,
  CodeAction,
  LogMessageParams,
  PublishDiagnosticsParams,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { address, type Editor, startEditor } from './editor.ts'

const incomplete = '# Postmortem\n\n## Issue Summary\n\nTwo words.\n\n## Root Cause and Resolution\n\nText.\n'
const atStart = { start: { line: 0, character: 4 }, end: { line: 0, character: 4 } }
const atSummary = { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } }

let editor: Editor
afterEach(() => editor.close())

async function start(capabilities?: ClientCapabilities, settings?: () => unknown) {
  editor = await startEditor(capabilities, settings)
}

/** Only what is missing; other rules have their own opinion on these short reports. */
const missing = () => editor.diagnostics().filter(({ code }) => code === 'section-missing')
const aboutSections = ({ title }: CodeAction) => /^Insert .*section/.test(title)
const messages = () => missing().map(({ message }) => message)
const editsOf = (action: CodeAction | undefined) =>
  (action!.edit!.documentChanges![0] as TextDocumentEdit).edits

describe('the language server', () => {
  it('synchronises text by increments, in UTF-16 unless the editor prefers another encoding', async () => {
    await start()
    expect(editor.capabilities.textDocumentSync).toEqual({ openClose: true, change: 2, save: true })
    expect(editor.capabilities.positionEncoding).toBe('utf-16')
  })

  it('reports what is missing as soon as a report is opened', async () => {
    await start()
    await editor.open(incomplete)
    expect(messages()).toEqual([
      'The section "Timeline" is missing. Add it after "Issue Summary".',
      'The section "Corrective and Preventative Measures" is missing. Add it after "Root Cause and Resolution".',
    ])
    expect(missing()[0]).toMatchObject({
      code: 'section-missing',
      source: 'postmortem',
      severity: 2,
      range: { start: { line: 2 }, end: { line: 2 } },
    })
  })

  it('refuses a document whose address or text is no text, and goes on', async () => {
    await start()
    for (const textDocument of [
      { uri: {}, text: incomplete },
      { uri: address, text: 5 },
    ]) {
      const sent = { languageId: 'markdown', version: 1, ...textDocument }
      await editor.connection.sendNotification('textDocument/didOpen', { textDocument: sent })
    }
    await editor.settle()
    expect(editor.told<LogMessageParams>('window/logMessage').map(({ message }) => message)).toEqual([
      expect.stringContaining('The URI and the text of a document must be strings.'),
      expect.stringContaining('The URI and the text of a document must be strings.'),
    ])
    await editor.open(incomplete)
    expect(messages()).toHaveLength(2)
  })

  it('follows the text while it is typed, and says for which version it speaks', async () => {
    await start()
    await editor.open(incomplete)
    await editor.type(incomplete.length, incomplete.length, '\n## Timeline\n\nText.\n')
    expect(messages()).toHaveLength(1)
    expect(editor.version()).toBe(2)
  })

  it('applies several changes of one notification one after the other', async () => {
    await start()
    await editor.open(incomplete)
    const end = { line: 9, character: 0 }
    await editor.change(
      { range: { start: end, end }, text: '\n## Timeline\n' },
      { range: { start: { line: 10, character: 3 }, end: { line: 10, character: 11 } }, text: 'Timelines' },
    )
    expect(editor.text()).toContain('## Timelines')
    await editor.change({ text: incomplete.replace('Two', 'Three') })
    expect(messages()).toHaveLength(2)
  })

  it('checks only the last of several edits that arrive together', async () => {
    await start()
    await editor.open(incomplete)
    const before = editor.told('textDocument/publishDiagnostics').length
    await Promise.all(
      [2, 3, 4, 5].map((version) =>
        editor.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: address, version },
          contentChanges: [{ text: version % 2 ? '# Notes\n' : incomplete.replace('Two', 'Three') }],
        }),
      ),
    )
    await editor.settle()
    const told = editor.told<PublishDiagnosticsParams>('textDocument/publishDiagnostics').slice(before)
    expect(told).toEqual([{ uri: address, version: 5, diagnostics: [] }])
  })

  it('says nothing of ordinary Markdown', async () => {
    await start({ experimental: { postmortem: true } })
    await editor.open('# Notes\n\n## Timeline\n\n- Monday\n')
    expect(editor.told('textDocument/publishDiagnostics')).toEqual([])
    expect(editor.told('postmortem/wordCount')).toEqual([])
  })

  it('takes its findings back when the document is closed', async () => {
    await start()
    await editor.open(incomplete)
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: address } })
    await editor.settle()
    expect(editor.diagnostics()).toEqual([])
  })

  it('offers the missing section as the preferred fix, and all of them as another', async () => {
    await start()
    await editor.open(incomplete)
    const actions = (await editor.codeActions(atSummary)).filter(aboutSections)
    expect(actions.slice(0, 2).map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Insert section "Timeline"', true],
      ['Insert all 2 missing sections', false],
    ])
    const document = TextDocument.create(address, 'markdown', 1, incomplete)
    const fixed = TextDocument.applyEdits(document, editsOf(actions[1]) as TextEdit[])
    await editor.change({ text: fixed })
    expect(messages()).toEqual([])
  })

  it('offers once what puts several findings right', async () => {
    await start()
    await editor.open('# Postmortem\n')
    const actions = await editor.codeActions(atStart)
    const all = actions.filter(({ title }) => title.startsWith('Insert all'))
    expect(all.map(({ diagnostics }) => diagnostics?.length)).toEqual([4])
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length)
  })

  it('gives tab stops to an editor that knows them, each with a number of its own but for the zone', async () => {
    await start({ workspace: { workspaceEdit: { snippetEditSupport: true } } })
    await editor.open(incomplete)
    const actions = (await editor.codeActions(atSummary)).filter(aboutSections)
    const snippets = editsOf(actions[1]).map((edit) => ('snippet' in edit ? edit.snippet.value : ''))
    const stops = snippets.join('').match(/\$\{\d+:\{\{[^{}\\]+/g)!
    const numbers = stops.filter((stop) => !stop.endsWith('time zone'))
    expect(snippets).toHaveLength(2)
    expect(snippets[0]).toContain('${1:{{HH:MM\\}\\}}')
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(new Set(stops).size).toBe(numbers.length + 1)
  })

  it('gives plain text where nothing is to be filled in, so that the tab stops before it stay', async () => {
    await start({ workspace: { workspaceEdit: { snippetEditSupport: true } } })
    await editor.open(
      '# Postmortem\n\n## Timeline\n\n- 14:00 UTC - It broke.\n- 14:10 {{time zone}} - Found.\n',
    )
    const place = { line: 5, character: 10 }
    const [fix] = await editor.codeActions({ start: place, end: place })
    expect(fix?.title).toBe('Write "UTC"')
    expect(editsOf(fix)).toEqual([
      { range: { start: { line: 5, character: 8 }, end: { line: 5, character: 21 } }, newText: 'UTC' },
    ])
  })

  it('offers to disable the rule for the line and in the file, in a group after all that puts something right', async () => {
    await start()
    await editor.open(incomplete)
    const titles = (await editor.codeActions(atSummary)).map(({ title }) => title)
    const first = titles.findIndex((title) => title.startsWith('Disable'))
    expect(first).toBeGreaterThan(0)
    expect(titles.slice(first).every((title) => title.startsWith('Disable'))).toBe(true)
    const actions = await editor.codeActions(atSummary)
    const disable = actions.find(({ title }) => title === 'Disable section-missing for this line')
    expect(disable?.kind).toBe('postmortem.silence')
    const quickFixes = await editor.codeActions(atSummary, ['quickfix'])
    expect(quickFixes.map(({ title }) => title)).toEqual(titles)
    expect(quickFixes.every(({ kind }) => kind === 'quickfix')).toBe(true)
    expect((await editor.codeActions(atSummary, ['postmortem'])).map(({ title }) => title)).toEqual(
      titles.slice(first),
    )
    const document = TextDocument.create(address, 'markdown', 1, incomplete)
    await editor.change({ text: TextDocument.applyEdits(document, editsOf(disable) as TextEdit[]) })
    expect(editor.text()).toContain('## Issue Summary <!-- postmortem-disable-line section-missing -->')
    expect(messages()).toHaveLength(1)
  })

  it('applies all safe fixes at once where an editor asks for that', async () => {
    await start()
    const misspelt = incomplete.replace('Issue Summary', 'Isue Summary')
    await editor.open(misspelt)
    const actions = await editor.codeActions(atSummary, ['source.fixAll'])
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.postmortem'])
    const document = TextDocument.create(address, 'markdown', 1, misspelt)
    expect(TextDocument.applyEdits(document, editsOf(actions[0]) as TextEdit[])).toBe(incomplete)
  })

  it('offers no quick fix to an editor that asked for other actions', async () => {
    await start()
    await editor.open(incomplete)
    expect(await editor.codeActions(atSummary, ['refactor'])).toEqual([])
  })

  it('tells our own client the word count and the outline', async () => {
    await start({ experimental: { postmortem: true } })
    await editor.open(incomplete)
    const [words] = editor.told<WordCountNotification.Params>('postmortem/wordCount')
    expect(words?.count?.range).toEqual({ min: 400, max: 600 })
    expect(words?.count?.sections.map(({ title }) => title)).toEqual([
      'Issue Summary',
      'Root Cause and Resolution',
    ])
    const [told] = editor.told<OutlineNotification.Params>('postmortem/outline')
    expect(told?.outline?.sections.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'summary incomplete',
      'timeline missing',
      'root-cause-and-resolution incomplete',
      'corrective missing',
    ])
  })

  it('counts a word as it is typed, and keeps still where nothing has changed', async () => {
    await start({ experimental: { postmortem: true } })
    await editor.open(incomplete)
    const before = editor.told<WordCountNotification.Params>('postmortem/wordCount').at(-1)!.count!.words
    await editor.type(incomplete.length - 1, incomplete.length - 1, ' more')
    const counts = editor.told<WordCountNotification.Params>('postmortem/wordCount')
    expect(counts.at(-1)!.count!.words).toBe(before + 1)
    const outlines = editor.told('postmortem/outline').length
    const behindTwo = incomplete.indexOf(' words')
    await editor.type(behindTwo, behindTwo, 'x')
    expect(editor.told('postmortem/wordCount')).toHaveLength(counts.length)
    expect(editor.told('postmortem/outline')).toHaveLength(outlines)
  })

  it('answers our own client with the edit that inserts a section', async () => {
    await start({ experimental: { postmortem: true } })
    await editor.open(incomplete)
    const ask = (sections: InsertSectionsRequest.Params['sections'], uri = address) =>
      editor.connection.sendRequest<InsertSectionsRequest.Result>('postmortem/insertSections', {
        uri,
        sections,
      })
    expect((await ask(['timeline']))?.edits).toHaveLength(1)
    expect((await ask('all-missing'))?.edits).toHaveLength(2)
    expect(await ask(['summary'])).toBeNull()
    expect(await ask('all-missing', 'file:///other.md')).toBeNull()
  })

  it('reads its settings from the editor and lives with whatever stands there', async () => {
    let template: unknown = 'no such template'
    await start({ workspace: { configuration: true } }, () => ({ template }))
    await editor.open(incomplete)
    expect(messages()).toHaveLength(2)
    template = 7
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await editor.settle()
    expect(messages()).toHaveLength(2)
  })
})
