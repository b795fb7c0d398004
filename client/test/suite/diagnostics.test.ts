import * as vscode from 'vscode'
import { discardChanges, missingSectionsAre, openReport, readCode } from './editor.ts'
import { expectEqual, expectMatch } from './expect.ts'

describe('Diagnostics', () => {
  afterEach(discardChanges)

  it('report a missing section at the title that it would follow', async () => {
    const report = await openReport('checkout-outage.md')
    const [finding] = await missingSectionsAre(report, 1)
    expectEqual(
      {
        code: readCode(finding!),
        severity: finding!.severity,
        text: report.document.getText(finding!.range).replace(/^#+ /, ''),
      },
      { code: 'section-missing', severity: vscode.DiagnosticSeverity.Warning, text: 'Timeline' },
    )
    expectMatch(finding!.message, /^The section "Root Cause and Resolution" is missing\./)
  })

  it('link the rule to its page, which is packed with the extension', async () => {
    const [finding] = await missingSectionsAre(await openReport('checkout-outage.md'), 1)
    const { code } = finding!
    if (typeof code !== 'object') throw new Error('The code is no link.')
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(code.target))
    expectMatch(page, /^# `section-missing`$/m)
  })

  it('report every missing section, not only the first', async () => {
    const found = await missingSectionsAre(await openReport('search-outage.md'), 2)
    expectEqual(
      found.map(({ message }) => /"([^"]+)"/.exec(message)?.[1]),
      ['Timeline', 'Corrective and Preventative Measures'],
    )
  })

  it('go and come while the writer types, before anything is saved', async () => {
    const report = await openReport('checkout-outage.md')
    await missingSectionsAre(report, 1)
    await insertBefore(
      report,
      '## Corrective',
      '## Root Cause and Resolution\n\nThe pool was too patient.\n\n',
    )
    await missingSectionsAre(report, 0)
    await vscode.commands.executeCommand('undo')
    await missingSectionsAre(report, 1)
  })
})

async function insertBefore(
  { document, edit }: vscode.TextEditor,
  mark: string,
  text: string,
): Promise<void> {
  const place = document.positionAt(document.getText().indexOf(mark))
  expectEqual(await edit((builder) => builder.insert(place, text)), true)
}
