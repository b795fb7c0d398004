import * as vscode from 'vscode'
import { discardChanges, findExtension, findings, missingSectionsAre, openReport } from './editor.ts'
import { eventually, expectEqual } from './expect.ts'

/** The same times, people, tasks and comments, in a report and in what is none; the titles are in bold. */
const texts = {
  report: write('Postmortem: the build was down', ['Issue Summary', 'Timeline', 'Corective Measures']),
  ordinary: write('The build', ['What it is', 'Every day', 'What is planned']),
}

function write(title: string, [first, second, third]: readonly [string, string, string]): string {
  return `# ${title}

**${first}**

It goes on from 09:05 to 09:45 UTC.

**${second}**

- 09:05 UTC - The build begins to take all of the machine.
- 09:45 UTC - The packages are there.
- 09:30 UTC - The tests are done.

**${third}**

<!-- postmortem-disable-next-line length-entry -->
- [ ] @release-team tags the version.

## `
}

type Ask = (document: vscode.TextDocument) => Promise<readonly unknown[]>

/** What an editor asks for, less what it knows by itself. */
const answers: Readonly<Record<string, Ask>> = {
  diagnostics: async ({ uri }) => vscode.languages.getDiagnostics(uri),
  completions: async (document) => {
    const { items } = await ask<vscode.CompletionList>('CompletionItem', document, endOf(document))
    const known = [vscode.CompletionItemKind.Snippet, vscode.CompletionItemKind.Text]
    return items.filter(({ kind }) => kind === undefined || !known.includes(kind))
  },
  hovers: (document) => ask('Hover', document, find('09:45 UTC -', document)),
  'folding ranges': async (document) => {
    const ranges = await ask<readonly vscode.FoldingRange[]>('FoldingRange', document)
    return ranges.filter(({ kind }) => kind === vscode.FoldingRangeKind.Region)
  },
  'selection ranges': async (document) => {
    const places = [find('packages', document)]
    const ranges = await ask<readonly vscode.SelectionRange[]>('SelectionRange', document, places)
    return ranges.flatMap(outwards).filter((range) => document.getText(range) === 'The packages are there.')
  },
  'quick fixes': (document) => askForActions(vscode.CodeActionKind.QuickFix, document),
  'fixes of everything': (document) => askForActions(vscode.CodeActionKind.SourceFixAll, document),
  refactorings: (document) => askForActions(vscode.CodeActionKind.RefactorRewrite, document),
  'code lenses': (document) => ask('CodeLens', document),
  'inlay hints': (document) => ask('InlayHint', document, wholeOf(document)),
  'document links': (document) => ask('Link', document),
  symbols: async (document) => {
    const symbols =
      (await ask<readonly vscode.DocumentSymbol[] | undefined>('DocumentSymbol', document)) ?? []
    return symbols.filter(({ kind }) => kind === vscode.SymbolKind.Module)
  },
}

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

  it('in the cell of a notebook is no report, whatever it says', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, texts.report, 'markdown')
    const content = new vscode.NotebookData([cell])
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', content)
    await vscode.window.showNotebookDocument(notebook)
    // By the time that it is known of a report that came later, it would be known of the cell.
    const report = await open('report')
    await eventually('findings in the report', () => findings(report).length > 0 || undefined)
    expectEqual(vscode.languages.getDiagnostics(notebook.cellAt(0).document.uri), [])
    await close()
    await close()
  })
})

describe('In ordinary Markdown', () => {
  let report: vscode.TextEditor
  let ordinary: vscode.TextEditor
  const settings = () => vscode.workspace.getConfiguration('postmortem')

  before(async () => {
    await settings().update('documentSymbols', true, vscode.ConfigurationTarget.Workspace)
    report = await open('report')
    ordinary = await open('ordinary')
    await eventually('that it is no report', async () => {
      const { status } = await findExtension().activate()
      return status().text === 'Not a postmortem' || undefined
    })
  })

  after(async () => {
    await close()
    await close()
    await settings().update('documentSymbols', undefined, vscode.ConfigurationTarget.Workspace)
  })

  for (const [name, answer] of Object.entries(answers)) {
    it(`nothing answers with ${name}, as it does in a report`, async () => {
      const isThere = async () => (await answer(report.document)).length > 0 || undefined
      await eventually(`${name} in the report`, isThere)
      expectEqual(await answer(ordinary.document), [])
    })
  }
})

async function open(name: keyof typeof texts): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: texts[name] })
  return vscode.window.showTextDocument(document, { preview: false })
}

/** Without a question whether to save it. */
async function close(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
}

async function ask<Answer extends readonly unknown[] | vscode.CompletionList | undefined>(
  kind: string,
  { uri }: vscode.TextDocument,
  ...values: readonly unknown[]
): Promise<Answer> {
  return await vscode.commands.executeCommand<Answer>(`vscode.execute${kind}Provider`, uri, ...values)
}

function askForActions(
  { value }: vscode.CodeActionKind,
  document: vscode.TextDocument,
): Promise<readonly vscode.CodeAction[]> {
  return ask('CodeAction', document, wholeOf(document), value)
}

function outwards({ range, parent }: vscode.SelectionRange): readonly vscode.Range[] {
  return [range, ...(parent === undefined ? [] : outwards(parent))]
}

function find(text: string, document: vscode.TextDocument): vscode.Position {
  return document.positionAt(document.getText().indexOf(text))
}

function wholeOf(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(new vscode.Position(0, 0), endOf(document))
}

function endOf(document: vscode.TextDocument): vscode.Position {
  return document.lineAt(document.lineCount - 1).range.end
}
