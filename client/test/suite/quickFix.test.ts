import * as vscode from 'vscode'
import {
  applyQuickFix,
  discardChanges,
  findings,
  findQuickFix,
  missingSectionsAre,
  openReport,
  readCode,
  selectedText,
} from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

const placeholder = /\{\{[^{}]+\}\}/

describe('A quick fix', () => {
  afterEach(discardChanges)

  it('inserts the missing section where it belongs, in the style of the document', async () => {
    const report = await openReport('checkout-outage.md')
    await applyFirst(report, 'Insert section')
    await missingSectionsAre(report, 0)
    expectEqual(titles(report), [
      'Issue Summary',
      'Timeline',
      'Root Cause and Resolution',
      'Corrective and Preventative Measures',
    ])
    expectMatch(report.document.getText(), /\n\n## Root Cause and Resolution\n\n- \*\*Root Cause:\*\* \{\{/)
    expectMatch(report.document.getText(), /\}\}\n\n## Corrective and Preventative Measures\n/)
  })

  it('leaves the first placeholder selected, ready to be typed over', async () => {
    const report = await openReport('checkout-outage.md')
    const first = await selectFirstPlaceholder(report)
    expectEqual(first, placeholder.exec(report.document.getText())?.[0])
    await vscode.commands.executeCommand('type', { text: 'The pool was too patient.' })
    expectMatch(report.document.getText(), /\*\*Root Cause:\*\* The pool was too patient\.\n/)
  })

  it('is undone in one step', async () => {
    const report = await openReport('checkout-outage.md')
    const before = report.document.getText()
    await applyFirst(report, 'Insert section')
    await missingSectionsAre(report, 0)
    await vscode.commands.executeCommand('undo')
    expectEqual(report.document.getText(), before)
    await missingSectionsAre(report, 1)
  })

  it('inserts all missing sections at once, each in its place, and is undone in one step', async () => {
    const report = await openReport('search-outage.md')
    const before = report.document.getText()
    await missingSectionsAre(report, 2)
    await applyFirst(report, 'Insert all')
    await missingSectionsAre(report, 0)
    expectEqual(titles(report), [
      'Issue Summary',
      'Timeline',
      'Root Cause and Resolution',
      'Corrective and Preventative Measures',
    ])
    await vscode.commands.executeCommand('undo')
    expectEqual(report.document.getText(), before)
  })

  it('turns a rule off in a configuration that is saved, or is shown where it has other changes', async () => {
    const report = await openReport('checkout-outage.md')
    const [finding] = await missingSectionsAre(report, 1)
    const [{ uri: root }] = vscode.workspace.workspaceFolders as readonly [vscode.WorkspaceFolder]
    const uri = vscode.Uri.joinPath(root, '.postmortem.yml')
    const before = await vscode.workspace.fs.readFile(uri)
    const turnOff = async () => applyQuickFix(await findDisabling(report, finding as vscode.Diagnostic))
    try {
      await turnOff()
      expectMatch(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /section-missing: off/)
      await missingSectionsAre(report, 0)
    } finally {
      await vscode.workspace.fs.writeFile(uri, before)
    }
    await missingSectionsAre(report, 1)

    const configuration = await vscode.window.showTextDocument(uri, { preview: false })
    await configuration.edit((edit) => edit.insert(new vscode.Position(0, 0), '# Not saved yet.\n'))
    await vscode.window.showTextDocument(report.document, { preview: false })
    await turnOff()
    expectEqual(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString())
    expectEqual(configuration.document.isDirty, true)
    expectMatch(configuration.document.getText(), /section-missing: off/)
  })

  it('is there as a command, too', async () => {
    const report = await openReport('search-outage.md')
    await missingSectionsAre(report, 2)
    await vscode.commands.executeCommand('postmortem.insertMissingSections')
    await missingSectionsAre(report, 0)
  })
})

/** With the edit that the editor asks for once an action is chosen. */
function findDisabling(
  { document }: vscode.TextEditor,
  { range }: vscode.Diagnostic,
): Promise<vscode.CodeAction> {
  return eventually('the action that turns the rule off', async () => {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    )
    const isWanted = ({ edit, command }: vscode.CodeAction) =>
      command?.command === 'postmortem.saveConfiguration' &&
      command.arguments?.[1] === 'section-missing' &&
      edit
    return actions.find(isWanted)
  })
}

async function applyFirst(report: vscode.TextEditor, title: string): Promise<void> {
  const finding = await eventually('a missing section', () =>
    findings(report).find((each) => readCode(each) === 'section-missing'),
  )
  await applyQuickFix(await findQuickFix(report, finding, title))
}

async function selectFirstPlaceholder(report: vscode.TextEditor): Promise<string> {
  await missingSectionsAre(report, 1)
  await applyFirst(report, 'Insert section')
  return eventually('the selected placeholder', () => selectedText(report) || undefined)
}

function titles({ document }: vscode.TextEditor): readonly string[] {
  return [...document.getText().matchAll(/^## (.+)$/gm)].map(([, title]) => title!)
}
