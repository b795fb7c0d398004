import { afterEach, describe, expect, it } from 'vitest'
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver'
import { memoryFiles } from '../../../config/memoryFiles.ts'
import { type Editor, startEditor } from '../../editor.ts'

const report = 'file:///team/reports/report.md'
const text = '# Postmortem\n\n## Issue Summary\n\nText.\n\n## Root Cause and Resolution\n\nText.\n'
const atSummary = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } }
const capable: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
}

const ours: ClientCapabilities = { ...capable, experimental: { postmortem: true } }

let editor: Editor
afterEach(() => editor.close())

async function findAction(texts: Record<string, string>, capabilities = capable, uri = report) {
  editor = await startEditor(capabilities, undefined, memoryFiles(texts))
  await editor.open(text, uri)
  const actions = await editor.codeActions(atSummary)
  return actions.find(({ title }) => title === 'Disable section-missing in this workspace')
}

const complete = (action: CodeAction | undefined) =>
  editor.connection.sendRequest<CodeAction>('codeAction/resolve', action)

describe('disabling a rule in the workspace', () => {
  it('is written into the configuration that holds for the report, when it is chosen', async () => {
    const action = await findAction({ 'file:///team/.postmortem.yml': 'template: holberton\n' })
    expect(action?.edit).toBeUndefined()
    expect((await complete(action)).edit?.documentChanges).toEqual([
      {
        textDocument: { uri: 'file:///team/.postmortem.yml', version: null },
        edits: [
          {
            range: { start: { line: 0, character: 19 }, end: { line: 0, character: 19 } },
            newText: '\nrules:\n  section-missing: off',
          },
        ],
      },
    ])
  })

  it('is written into what stands in the editor where the configuration is open and not saved', async () => {
    const uri = 'file:///team/.postmortem.yml'
    const action = await findAction({ [uri]: 'template: holberton\n' })
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 7, text: 'rules:\n  length-report: off\n' },
    })
    expect((await complete(action)).edit?.documentChanges).toEqual([
      {
        textDocument: { uri, version: 7 },
        edits: [
          {
            range: { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } },
            newText: 'section-missing: off\n  ',
          },
        ],
      },
    ])
  })

  it('is saved by our own client, or shown where the file has other changes', async () => {
    const uri = 'file:///team/.postmortem.yml'
    const action = await findAction({ [uri]: 'template: holberton\n' }, ours)
    const task = async () => (await complete(action)).command?.arguments
    expect(await task()).toEqual([uri, 'section-missing', 'save'])
    const open = (text: string) =>
      editor.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      })
    await open('template: holberton\n')
    expect(await task()).toEqual([uri, 'section-missing', 'save'])
    await open('template: atlassian\n')
    expect(await task()).toEqual([uri, 'section-missing', 'show-unsaved'])
  })

  it('leads to the file where no edit of it is safe, instead of doing nothing', async () => {
    const uri = 'file:///team/.postmortem.yml'
    const overrides = 'overrides:\n  - files: old/**\n    rules: { section-missing: warning }\n'
    const action = await findAction({ [uri]: overrides }, ours)
    const { edit, command } = await complete(action)
    expect(edit).toBeUndefined()
    expect(command?.arguments).toEqual([uri, 'section-missing', 'show-unchanged'])
  })

  it('makes a configuration file where there is none', async () => {
    const { edit } = await complete(await findAction({}))
    const uri = 'file:///team/reports/.postmortem.yml'
    expect(edit?.documentChanges).toMatchObject([
      { kind: 'create', uri },
      { textDocument: { uri }, edits: [{ newText: 'rules:\n  section-missing: off\n' }] },
    ])
  })

  it('is offered neither for a report that is nowhere yet nor to an editor that cannot do it', async () => {
    expect(await findAction({}, capable, 'untitled:report')).toBeUndefined()
    editor.close()
    expect(await findAction({}, {})).toBeUndefined()
  })
})
