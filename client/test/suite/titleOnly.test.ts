import * as vscode from 'vscode'
import {
  applyQuickFix,
  discardChanges,
  findings,
  findQuickFix,
  missingSectionsAre,
  readCode,
} from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

describe('A report that has only a title', () => {
  afterEach(discardChanges)

  it('becomes complete by one quick fix, in its own style, but for what only its writer knows', async () => {
    const content = '# Postmortem: the search was down #\n'
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
    const report = await vscode.window.showTextDocument(document)
    const [first] = await missingSectionsAre(report, 4)
    await applyQuickFix(await findQuickFix(report, first!, 'Insert all'))
    await missingSectionsAre(report, 0)
    expectMatch(document.getText(), /^## Timeline ##$/m)
    await eventually('findings about placeholders and length alone', () => {
      const left = new Set(findings(report).map(readCode))
      left.delete('placeholder-left')
      left.delete('length-report')
      return left.size === 0 ? true : undefined
    })
    await vscode.commands.executeCommand('undo')
    expectEqual(document.getText(), content)
  })
})
