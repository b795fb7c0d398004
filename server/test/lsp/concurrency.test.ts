import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver'
import { address, type Editor, startEditor } from './editor.ts'

const report = `# Postmortem: search is down

## Issue Summary

The search was down from 10:00 to 11:00 UTC on 2026-02-03.

## Timelien

- 10:40 UTC - The incident was resolved.
- 10:00 UTC - An alert was received.
`
const [before, after] = ['file:///team/before.md', 'file:///team/after.md']

let editor: Editor
afterEach(() => editor.close())

const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
const versionsIn = (actions: readonly CodeAction[]) =>
  actions.flatMap(({ edit }) =>
    (edit?.documentChanges ?? []).map((change) => (change as TextDocumentEdit).textDocument.version),
  )
const codes = (uri: string) =>
  editor
    .diagnostics(uri)
    .map(({ code }) => code)
    .sort()

describe('while a report is edited', () => {
  it('an action is for the version that it was computed for, so that an editor refuses it later', async () => {
    editor = await startEditor({ workspace: { workspaceEdit: { documentChanges: true } } })
    await editor.open(report, before, 4)
    const early = versionsIn(await editor.codeActions(everything))
    expect(early.length).toBeGreaterThan(5)
    expect(new Set(early)).toEqual(new Set([4]))
    await editor.type(0, 0, '\n')
    expect(new Set(versionsIn(await editor.codeActions(everything)))).toEqual(new Set([5]))
  })

  it('a check that is under way when the editor goes away ends without a word', async () => {
    const errors: unknown[] = []
    const note = (error: unknown) => void errors.push(error)
    process.on('uncaughtExceptionMonitor', note)
    // One of these moments is between the edit and the check of it, in which the findings are sent.
    for (let turns = 0; turns < 8; turns += 1) {
      editor = await startEditor()
      await editor.open(report)
      void editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: address, version: 2 },
        contentChanges: [{ text: '# Postmortem: search is down\n\n## Timeline\n' }],
      })
      for (let turn = 0; turn < turns; turn += 1) await setImmediate()
      editor.close()
    }
    for (let turn = 0; turn < 20; turn += 1) await setImmediate()
    process.off('uncaughtExceptionMonitor', note)
    expect(errors).toEqual([])
  })

  it('a file that is renamed takes its edits along, and leaves nothing behind', async () => {
    editor = await startEditor()
    await editor.open(report, after)
    const expected = codes(after)
    expect(expected).toContain('section-title-misspelt')
    editor.close()

    editor = await startEditor()
    const { connection } = editor
    const open = (uri: string, text: string) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      })
    const change = (uri: string, version: number, text: string) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: everything.start, end: everything.start }, text }],
      })
    const [title, ...rest] = report.split('\n\n')
    // Nobody waits for anything here.
    void open(before, rest.join('\n\n'))
    void change(before, 2, `${title}\n\n`)
    void connection.sendNotification('textDocument/didSave', { textDocument: { uri: before } })
    void connection.sendNotification('textDocument/didClose', { textDocument: { uri: before } })
    void change(before, 3, '## Timeline\n\n')
    void open(after, rest.join('\n\n'))
    void connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: before, type: 3 },
        { uri: after, type: 1 },
      ],
    })
    void change(after, 2, `${title}\n\n`)
    await editor.settle()
    expect([codes(after), codes(before)]).toEqual([expected, []])
    expect(
      await connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: before },
        range: everything,
        context: { diagnostics: [] },
      }),
    ).toEqual([])
  })

  it('its file may be deleted, and it is checked as before', async () => {
    const deleted = { changes: [{ uri: before, type: 3 }] }
    const typeAfter = async (happens: (connection: Editor['connection']) => unknown) => {
      editor = await startEditor()
      await editor.open(report, before)
      void happens(editor.connection)
      await editor.type(report.indexOf('ien\n'), report.indexOf('ien\n') + 3, 'ine')
      return codes(before)
    }
    const undisturbed = await typeAfter(() => {})
    expect(undisturbed).not.toContain('section-title-misspelt')
    editor.close()
    const disturbed = await typeAfter((connection) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', deleted),
    )
    expect(disturbed).toEqual(undisturbed)
  })
})
