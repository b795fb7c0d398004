import * as vscode from 'vscode'
import { discardChanges, findExtension, findings, missingSectionsAre, openReport } from './editor.ts'
import { eventually, expectEqual } from './expect.ts'

describe('Ordinary Markdown', () => {
  afterEach(discardChanges)

  it('is left alone', async () => {
    // A report first, so that an answer for the other document would have come by the time this one has its own.
    await missingSectionsAre(await openReport('checkout-outage.md'), 1)
    const { outline, wordCount } = await findExtension().activate()
    await eventually('the count of the report', () => wordCount().visible || undefined)
    const readme = await openReport('README.md')
    await eventually('no count', () => wordCount().visible === false || undefined)
    await eventually('an empty outline', async () => !(await outline.getChildren())?.length || undefined)
    expectEqual(findings(readme), [])
    expectEqual(await offeredFixes(readme), [])
  })

  it('becomes a report as soon as it looks like one', async () => {
    const readme = await openReport('README.md')
    const end = readme.document.lineAt(readme.document.lineCount - 1).range.end
    await readme.edit((builder) =>
      builder.insert(
        end,
        '\n## Timeline\n\n- 09:05 UTC - It broke.\n\n## Root Cause and Resolution\n\nA typo.\n',
      ),
    )
    await missingSectionsAre(readme, 1)
  })
})

/** The titles of the quick fixes that are offered anywhere in the document. */
async function offeredFixes({ document }: vscode.TextEditor): Promise<readonly string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0)
  const actions = await eventually('the quick fixes', () =>
    vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
      vscode.CodeActionKind.QuickFix.value,
    ),
  )
  return actions.map(({ title }) => title).filter((title) => /section/i.test(title))
}
