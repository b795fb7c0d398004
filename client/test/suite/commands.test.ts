import * as vscode from 'vscode'
import { canSearch, discardChanges, findExtension, openReport, selectedText } from './editor.ts'
import { eventually, expectEqual, expectMatch, expectPresent } from './expect.ts'

const run = (name: string, ...values: unknown[]) =>
  vscode.commands.executeCommand(`postmortem.${name}`, ...values)

describe('The commands', () => {
  afterEach(discardChanges)

  it('write an entry of the timeline at its place, as the others are', async () => {
    const report = await openKnown('checkout-outage.md')
    await run('newEntry', '09:30')
    const lines = report.document.getText().split('\n')
    const index = lines.findIndex((line) => line.startsWith('- 09:30 UTC - '))
    expectMatch(lines[index - 1] ?? '', /^- 09:20 UTC/)
    expectMatch(lines[index + 1] ?? '', /^- 09:45 UTC/)
    expectEqual(selectedText(report), '{{What happened.}}')
  })

  it('write the time in UTC', async () => {
    const report = await openKnown('checkout-outage.md')
    report.selection = new vscode.Selection(1, 0, 1, 0)
    await run('insertTimestamp')
    expectMatch(report.document.lineAt(1).text, /^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
  })

  it('write the time in the zone of the report', async () => {
    const report = await openKnown('mail-delay.md')
    report.selection = new vscode.Selection(1, 0, 1, 0)
    await run('insertLocalTimestamp')
    expectMatch(report.document.lineAt(1).text, /^\d{4}-\d\d-\d\d \d\d:\d\d EAT$/)
  })

  it('go to a section, and to a line of a report', async () => {
    const report = await openKnown('checkout-outage.md')
    await run('revealSection', { line: 8, character: 3 })
    expectEqual(report.selection.active, new vscode.Position(8, 3))
    await run('revealLine', report.document.uri.toString(), { line: 4, character: 0 })
    expectEqual(vscode.window.activeTextEditor?.selection.active.line, 4)
  })

  it('hold reports against another template', async () => {
    const { status } = await findExtension().activate()
    const report = await openKnown('checkout-outage.md')
    try {
      // It ends only when what it says of the configuration file is closed.
      void run('selectTemplate', 'google-sre')
      await eventually('the other template', () => status().text === 'Postmortem: Google SRE' || undefined)
    } finally {
      await vscode.workspace.getConfiguration('postmortem', report.document.uri).update('template', undefined)
    }
    await eventually('the first template again', () => status().text === 'Postmortem: Holberton' || undefined)
  })

  it('go from placeholder to placeholder, and around', async () => {
    const report = await openKnown('search-outage.md')
    await run('insertSection', 'corrective')
    await eventually('a placeholder', () => selectedText(report) || undefined)
    await vscode.commands.executeCommand('leaveSnippet')
    report.selection = new vscode.Selection(0, 0, 0, 0)
    await run('nextPlaceholder')
    const first = await eventually('the first', () =>
      report.selection.isEmpty ? undefined : report.selection,
    )
    await run('nextPlaceholder')
    await eventually('the second', () => report.selection.start.isAfter(first.end) || undefined)
    await run('previousPlaceholder')
    await eventually('the first again', () => report.selection.isEqual(first) || undefined)
  })

  it('mark the placeholders that are left, as long as they are', async () => {
    const report = await openKnown('search-outage.md')
    const { placeholders } = await findExtension().activate()
    await run('insertSection', 'corrective')
    const marked = await eventually('marks', () => (placeholders().length > 1 ? placeholders() : undefined))
    expectMatch(report.document.getText(marked[0]), /^\{\{.+\}\}$/)
    await vscode.commands.executeCommand('leaveSnippet')
    report.selection = new vscode.Selection(
      expectPresent('mark', marked[0]).start,
      expectPresent('mark', marked[0]).end,
    )
    await vscode.commands.executeCommand('type', { text: 'A broad improvement' })
    await eventually('one mark less', () => placeholders().length === marked.length - 1 || undefined)
  })

  it('copy a summary', async () => {
    await openKnown('checkout-outage.md')
    await run('copySummary')
    const copied = await vscode.env.clipboard.readText()
    expectMatch(copied, /^Postmortem: Checkout unavailable after a database failover\nOutage: 1 h 20 min/)
  })

  it('check the report at once', async () => {
    await openKnown('checkout-outage.md')
    const findings = await run('checkReport')
    expectEqual(typeof findings === 'number' && findings > 0, true)
  })

  it('check all reports of the workspace, also those that are not open', async function () {
    if (!(await canSearch())) this.skip()
    const result = await run('checkWorkspace')
    const { reports } = expectPresent('result', result as { reports: number } | undefined)
    expectEqual(reports >= 2, true)
    const closed = vscode.languages
      .getDiagnostics()
      .filter(([uri]) => uri.path.endsWith('/search-outage.md'))
      .flatMap(([, found]) => found)
    const [{ code }] = closed as [vscode.Diagnostic]
    expectEqual(typeof code === 'object' && code.target.path.endsWith(`/docs/rules/${code.value}.md`), true)
  })

  it('keep the findings of a closed report after a check of all, and none of one that is gone', async function () {
    if (!(await canSearch())) this.skip()
    const [{ uri: root }] = vscode.workspace.workspaceFolders as readonly [vscode.WorkspaceFolder]
    const folder = vscode.Uri.joinPath(root, 'short')
    const uri = vscode.Uri.joinPath(folder, 'lived.md')
    const found = () => vscode.languages.getDiagnostics(uri).length
    const openAndClose = async () => {
      // The editor keeps a document for minutes that an extension has asked for.
      await vscode.commands.executeCommand('vscode.open', uri)
      await eventually('findings', () => found() > 0 || undefined)
      await discardChanges()
      const isOpen = () =>
        vscode.workspace.textDocuments.some((each) => each.uri.toString() === uri.toString())
      await eventually('a closed report', () => !isOpen() || undefined)
    }
    try {
      await vscode.workspace.fs.writeFile(
        uri,
        new TextEncoder().encode('# Postmortem\n\n## Summary\n\nText.\n'),
      )
      await openAndClose()
      await eventually('no findings', () => found() === 0 || undefined)

      await run('checkWorkspace')
      expectEqual(found() > 0, true)
      await openAndClose()
      await eventually('the same findings', () => found() > 0 || undefined)
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true })
    }
    await eventually('no findings of a file that is gone', () => found() === 0 || undefined)
  })

  it('compare the reports of the workspace with each other, also with one that is open', async function () {
    if (!(await canSearch())) this.skip()
    const [{ uri: root }] = vscode.workspace.workspaceFolders as readonly [vscode.WorkspaceFolder]
    const folder = vscode.Uri.joinPath(root, 'twins')
    const twins = ['1.md', '2.md'].map((name) => vscode.Uri.joinPath(folder, name))
    const text = '---\nid: INC-1\n---\n\n# Postmortem\n\n## Summary\n\nText.\n\n## Timeline\n\nText.\n'
    const isOfTwins = ({ code }: vscode.Diagnostic) =>
      typeof code === 'object' && code.value === 'report-duplicate'
    const isCompared = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).some(isOfTwins)
    try {
      for (const uri of twins) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
      const [one] = twins as [vscode.Uri]
      const editor = await vscode.window.showTextDocument(one)
      await run('checkWorkspace')
      expectEqual(twins.map(isCompared), [true, true])

      await editor.edit((builder) => builder.insert(new vscode.Position(1, 0), 'status: review\n'))
      const idAt = () => vscode.languages.getDiagnostics(one).find(isOfTwins)?.range.start
      await eventually('the finding at its text', () => idAt()?.line === 2 || undefined)

      await editor.edit((builder) => builder.replace(new vscode.Range(2, 4, 2, 9), 'INC-2'))
      await editor.document.save()
      await eventually('no twins', () => !twins.some(isCompared) || undefined)
    } finally {
      await discardChanges()
      await vscode.workspace.fs.delete(folder, { recursive: true })
    }
  })

  it('derive a template from the reports of a folder, and open it as its configuration', async function () {
    if (!(await canSearch())) this.skip()
    const [{ uri: root }] = vscode.workspace.workspaceFolders as readonly [vscode.WorkspaceFolder]
    const folder = vscode.Uri.joinPath(root, 'incidents')
    const write = (name: string, titles: readonly string[]) =>
      vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, name),
        new TextEncoder().encode(
          `# Postmortem\n\n${titles.map((title) => `## ${title}\n\nText.\n`).join('\n')}`,
        ),
      )
    try {
      const titles = ['Summary', 'Timeline', 'Machine Room']
      await Promise.all(['1.md', '2.md', '3.md'].map((name) => write(name, titles)))
      await run('deriveTemplate', folder)
      const derived = expectPresent('open file', vscode.window.activeTextEditor)
      expectMatch(derived.document.uri.path, /\/incidents\/\.postmortem\.yml$/)
      expectMatch(
        derived.document.getText(),
        /^# The template of the reports in .*\/incidents, derived from 3/,
      )
      expectMatch(derived.document.getText(), /\n {2}# 3 of 3 reports\n {2}- id: machine-room\n/)

      await run('deriveTemplate', folder)
      const beside = expectPresent('open document', vscode.window.activeTextEditor)
      expectEqual([beside.document.isUntitled, beside.document.languageId], [true, 'yaml'])
      expectEqual(beside.document.getText(), derived.document.getText())
    } finally {
      await discardChanges()
      await vscode.workspace.fs.delete(folder, { recursive: true })
    }
  })

  it('open the configuration that is there', async () => {
    await run('createConfiguration')
    const { document } = expectPresent('open file', vscode.window.activeTextEditor)
    expectMatch(document.uri.path, /\/\.postmortem\.yml$/)
    expectMatch(document.getText(), /^rules:$/m)
  })
})

describe('The walkthrough', () => {
  it('is there', async () => {
    const { walkthroughs } = findExtension().packageJSON.contributes
    expectEqual(
      walkthroughs.map(({ steps }: { readonly steps: readonly unknown[] }) => steps.length),
      [4],
    )
    const { id } = findExtension()
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${id}#postmortem.start`)
    await discardChanges()
  })
})

describe('The status', () => {
  afterEach(discardChanges)

  it('says which template a report is held against, and why a document is none', async () => {
    const { status } = await findExtension().activate()
    await openReport('checkout-outage.md')
    await eventually('the template', () => status().text === 'Postmortem: Holberton' || undefined)
    await openReport('README.md')
    await eventually('that it is no report', () => status().text === 'Not a postmortem' || undefined)
    expectMatch(status().detail, /too few/)
  })
})

describe('Completion', () => {
  afterEach(discardChanges)

  it('offers the sections that are missing, in a report only', async () => {
    const report = await openKnown('search-outage.md')
    const title = 'Corrective and Preventative Measures'
    const end = report.document.lineAt(report.document.lineCount - 1).range.end
    await report.edit((builder) => builder.insert(end, '\n## '))
    await eventually(
      'the title of the section',
      async () => (await offered(report)).includes(title) || undefined,
    )
    const readme = await openReport('README.md')
    const last = readme.document.lineAt(readme.document.lineCount - 1).range.end
    await readme.edit((builder) => builder.insert(last, '\n## '))
    expectEqual((await offered(readme)).includes(title), false)
  })

  it('leaves the symbols of headings alone', async () => {
    const report = await openKnown('checkout-outage.md')
    const symbols = await eventually('the symbols', () =>
      vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        report.document.uri,
      ),
    )
    expectEqual(symbols.map(({ name }) => name).filter((name) => name === 'Timeline').length, 0)
  })
})

async function offered({ document }: vscode.TextEditor): Promise<readonly string[]> {
  const position = document.lineAt(document.lineCount - 1).range.end
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  )
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label))
}

/** Opens a report and waits until the server knows it. */
async function openKnown(name: string): Promise<vscode.TextEditor> {
  const report = await openReport(name)
  const { wordCount } = await findExtension().activate()
  await eventually('the count of the report', () => wordCount().visible || undefined)
  return report
}
