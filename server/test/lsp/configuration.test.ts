import { afterEach, describe, expect, it } from 'vitest'
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver'
import { memoryFiles } from '../config/memoryFiles.ts'
import { type Editor, startEditor } from './editor.ts'

const report = 'file:///team/report.md'
const configuration = 'file:///team/.postmortem.yml'
const text = '# Postmortem\n\n## Issue Summary\n\nTwo words.\n\n## Root Cause and Resolution\n\nText.\n'

let editor: Editor
afterEach(() => editor.close())

/** An editor with these saved files; `save` changes one and tells the server, as a watcher does. */
async function start(texts: Record<string, string>, capabilities: ClientCapabilities = {}) {
  editor = await startEditor(capabilities, undefined, memoryFiles(texts))
  const save = async (uri: string, content: string | null) => {
    if (content === null) delete texts[uri]
    else texts[uri] = content
    const params = { changes: [{ uri, type: 2 }] }
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', params)
    await editor.settle()
  }
  return { save }
}

/** Only what the rules here are about; the others have their own opinion on these short reports. */
const findingsOf = (uri = report) =>
  editor.diagnostics(uri).filter(({ code }) => code === 'section-missing' || code === 'front-matter-invalid')
const rulesOf = (uri = report) => findingsOf(uri).map(({ code }) => code)
const messagesOf = (uri: string) => editor.diagnostics(uri).map(({ message }) => message)

describe('configuration in an editor', () => {
  it('is in force as soon as a report is opened', async () => {
    await start({ [configuration]: 'rules: {section-missing: {severity: error}}' })
    await editor.open(text, report)
    expect(findingsOf().map(({ severity }) => severity)).toEqual([1, 1])
  })

  it('gives way to the file and to nothing else where the settings set a rule', async () => {
    const settings = () => ({
      rules: { 'section-missing': 'off', 'no-such-rule': 'error', 'section-empty': 7 },
    })
    editor = await startEditor({ workspace: { configuration: true } }, settings, memoryFiles({}))
    await editor.open(text, report)
    expect(rulesOf()).toEqual([])
    editor.close()
    const files = memoryFiles({ [configuration]: 'rules: {section-missing: error}' })
    editor = await startEditor({ workspace: { configuration: true } }, settings, files)
    await editor.open(text, report)
    expect(findingsOf().map(({ severity }) => severity)).toEqual([1, 1])
  })

  it('takes effect in an open report when it is saved, and when it is removed', async () => {
    const { save } = await start({})
    await editor.open(text, report)
    expect(rulesOf()).toEqual(['section-missing', 'section-missing'])
    await save(configuration, 'rules: {section-missing: off}')
    expect(rulesOf()).toEqual([])
    await save(configuration, 'sections: [{id: timeline, required: false}]')
    expect(rulesOf()).toEqual(['section-missing'])
    await save(configuration, null)
    expect(rulesOf()).toEqual(['section-missing', 'section-missing'])
  })

  it('takes effect when a file that it extends is saved', async () => {
    const { save } = await start({ [configuration]: 'extends: ./shared/base.yml' })
    await editor.open(text, report)
    expect(messagesOf(configuration)[0]).toBe('There is no file "./shared/base.yml". Correct the path.')
    await save('file:///team/shared/base.yml', 'rules: {section-missing: off}')
    expect(rulesOf()).toEqual([])
    expect(messagesOf(configuration)).toEqual([])
  })

  it('stays as it was while the file is broken, and the file says so', async () => {
    const { save } = await start({ [configuration]: 'rules: {section-missing: off}' })
    await editor.open(text, report)
    await save(configuration, 'rules: {section-missing: offf}')
    expect(rulesOf()).toEqual([])
    expect(messagesOf(configuration)).toEqual([
      'The value of "section-missing" is "offf". Did you mean "off"?',
      'This file has errors. Until they are corrected, its last valid version applies.',
    ])
    await save(configuration, 'rules: {section-missing: off}')
    expect(messagesOf(configuration)).toEqual([])
  })

  it('says nothing more of a file when no open report depends on it', async () => {
    await start({ [configuration]: 'rule: {}' })
    await editor.open(text, report)
    expect(messagesOf(configuration)).toHaveLength(1)
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: report } })
    await editor.settle()
    expect(messagesOf(configuration)).toEqual([])
  })

  it('is checked while it is written, and offers the word that was meant', async () => {
    await start({ [configuration]: 'dateOrder: DMY\n' })
    await editor.open('rules:\n  section-mising: off\n', configuration)
    expect(messagesOf(configuration)).toEqual([
      'There is no rule "section-mising". Did you mean "section-missing"?',
    ])
    expect(editor.diagnostics(configuration)[0]).toMatchObject({
      code: 'configuration',
      severity: 2,
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 16 } },
    })
    const [action] = await editor.codeActions({
      start: { line: 1, character: 5 },
      end: { line: 1, character: 5 },
    })
    const [edit] = (action as CodeAction).edit!.documentChanges as [TextDocumentEdit]
    expect(edit.edits).toEqual([
      { range: editor.diagnostics(configuration)[0]!.range, newText: 'section-missing' },
    ])
    await editor.type(9, 23, 'section-missing')
    expect(messagesOf(configuration)).toEqual([])
    expect(editor.version(configuration)).toBe(2)
  })

  it('has its mistakes on the right lines after an edit that joins a CR and a LF', async () => {
    await start({})
    await editor.open('files: []\r#\nno-such-key: 1\n', configuration)
    await editor.change({
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
      text: '',
    })
    expect(editor.text()).toBe('files: []\r\nno-such-key: 1\n')
    expect(editor.diagnostics(configuration).map(({ range }) => range.start.line)).toEqual([1])
  })

  it('makes a report of a file that a glob names, and of one that says so itself', async () => {
    await start({ [configuration]: 'files: ["*.md"]' })
    await editor.open('# Disk full\n', report)
    expect(rulesOf()).toHaveLength(4)
    await editor.open('---\npostmortem: false\n---\n# Disk full\n', report)
    expect(rulesOf()).toEqual([])
  })

  it('follows the front matter while it is typed', async () => {
    await start({})
    await editor.open(`---\npostmortem: {rules: {section-missing: off}}\n---\n${text}`, report)
    expect(rulesOf()).toEqual([])
    await editor.type(42, 45, 'hint')
    expect(findingsOf().map(({ severity }) => severity)).toEqual([4, 4])
    await editor.type(42, 46, 'hnt')
    expect(rulesOf()).toContain('front-matter-invalid')
  })

  it('asks the editor to watch the files, those that they refer to as well', async () => {
    await start(
      { [configuration]: 'extends: ./shared/base.yml' },
      { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    )
    await editor.open(text, report)
    // The older registration is taken back behind the newer one.
    await editor.settle()
    expect(editor.watched()).toEqual(['**/.postmortem.{yml,yaml,json,jsonc}', '**/base.yml'])
  })

  it('is read through our own client, wherever the workspace is', async () => {
    const { save } = await start({}, { experimental: { postmortem: true } })
    const uri = 'vscode-vfs://github/team/report.md'
    await save('vscode-vfs://github/team/.postmortem.json', '{"rules": {"section-missing": "error"}}')
    await editor.open(text, uri)
    expect(findingsOf(uri).map(({ severity }) => severity)).toEqual([1, 1])
  })
})
