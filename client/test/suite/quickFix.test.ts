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

  it('is there as a command, too', async () => {
    const report = await openReport('search-outage.md')
    await missingSectionsAre(report, 2)
    await vscode.commands.executeCommand('postmortem.insertMissingSections')
    await missingSectionsAre(report, 0)
  })
})

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
