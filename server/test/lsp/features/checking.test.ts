import type { CheckReportRequest, FixTextRequest } from '@postmortem/shared/checking'
import { afterEach, describe, expect, it } from 'vitest'
import { DiagnosticSeverity, type TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { address, type Editor, startEditor } from '../editor.ts'

const report = '# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timelien\n\nText.\n'

let editor: Editor
afterEach(() => editor.close())

async function open(check: unknown): Promise<void> {
  editor = await startEditor({ workspace: { configuration: true } }, () => ({ check }))
  await editor.open(report)
}

const ask = <Result>(method: string, params: object) =>
  editor.connection.sendRequest<Result>(`postmortem/${method}`, { uri: address, ...params })
const isMisspelt = () => editor.diagnostics().some(({ code }) => code === 'section-title-misspelt')
const correct = () => {
  const start = report.indexOf('ien\n')
  return editor.type(start, start + 3, 'ine')
}
const save = async () => {
  await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: address } })
  await editor.settle()
}

describe('the setting for when to check', () => {
  it('shows findings while the writer types, whatever else a settings file has', async () => {
    for (const setting of ['whileTyping', 'never', 3]) {
      await open(setting)
      expect(isMisspelt()).toBe(true)
      await correct()
      expect(isMisspelt()).toBe(false)
      editor.close()
    }
  })

  it('shows findings when a report is opened or saved', async () => {
    await open('onSave')
    expect(isMisspelt()).toBe(true)
    await correct()
    expect([isMisspelt(), editor.version()]).toEqual([true, 1])
    await save()
    expect([isMisspelt(), editor.version()]).toEqual([false, 2])
  })

  it('shows findings only on request, and offers their fixes all the same', async () => {
    await open('onCommand')
    await save()
    expect(editor.diagnostics()).toEqual([])
    const place = TextDocument.create(address, 'markdown', 1, report).positionAt(report.indexOf('Timelien'))
    const actions = await editor.codeActions({ start: place, end: place })
    expect(actions.map(({ title }) => title)).toContain('Write "Timeline"')
    const count = await ask<CheckReportRequest.Result>('checkReport', {})
    await editor.settle()
    expect([count, isMisspelt()]).toEqual([editor.diagnostics().length, true])
    await correct()
    expect([isMisspelt(), editor.version()]).toEqual([true, 1])
    await ask('checkReport', {})
    await editor.settle()
    expect([isMisspelt(), editor.version()]).toEqual([false, 2])
    await editor.change({ text: '# Notes\n' })
    expect(editor.diagnostics()).toEqual([])
  })

  it('knows the settings of a document before it shows what is found in it', async () => {
    const rules = { 'section-title-misspelt': 'off' }
    editor = await startEditor({ workspace: { configuration: true } }, () => ({ check: 'onCommand', rules }))
    const opened = editor.open(report)
    const first = await ask<CheckReportRequest.Result>('checkReport', {})
    await opened
    expect([first, isMisspelt()]).toEqual([await ask('checkReport', {}), false])
    expect(editor.diagnostics()).toHaveLength(first ?? 0)
  })

  it('counts what the Problems panel lists, so hints are not among them', async () => {
    const rules = { 'length-report': 'hint', 'section-empty': 'hint', 'placeholder-left': 'hint' }
    editor = await startEditor({ workspace: { configuration: true } }, () => ({ rules }))
    await editor.open(report)
    const shown = editor.diagnostics().filter(({ severity }) => severity !== DiagnosticSeverity.Hint)
    expect(shown.length).toBeLessThan(editor.diagnostics().length)
    expect(await ask('checkReport', {})).toBe(shown.length)
    const top = { line: 0, character: 0 }
    const actions = await editor.codeActions({ start: top, end: top }, ['source.fixAll'])
    expect(actions.map(({ title }) => title)).toEqual([
      `Fix the problem that is safe to fix, and leave ${shown.length - 1} to you`,
    ])
  })

  it('has nothing to show for a document that is no report', async () => {
    editor = await startEditor()
    await editor.open('# Notes\n')
    expect(await ask('checkReport', {})).toBeNull()
  })
})

describe('the fixes of a document that need not be open', () => {
  it('are the edits that are safe to make', async () => {
    editor = await startEditor()
    const edits = await ask<FixTextRequest.Result<TextEdit>>('fixText', { text: report })
    const fixed = TextDocument.applyEdits(TextDocument.create(address, 'markdown', 1, report), [
      ...(edits ?? []),
    ])
    expect(fixed).toBe(report.replace('Timelien', 'Timeline'))
    expect(await ask('fixText', { text: fixed })).toEqual([])
    expect(await ask('fixText', { text: '# Notes\n\n## Timelien\n' })).toBeNull()
  })
})
