import * as vscode from 'vscode'
import {
  discardChanges,
  findExtension,
  missingSectionsAre,
  openReport,
  selectedLine,
  selectedText,
} from './editor.ts'
import { eventually, expectEqual, expectMatch, expectPresent } from './expect.ts'

const run = (name: string, ...values: unknown[]) =>
  vscode.commands.executeCommand(`postmortem.${name}`, ...values)

describe('The section outline', () => {
  afterEach(discardChanges)

  it('lists the sections of the report, the missing ones in their places', async () => {
    await openReport('search-outage.md')
    expectEqual(labels(await shownItems(4)), [
      'Issue Summary',
      'Timeline',
      'Root Cause and Resolution',
      'Corrective and Preventative Measures',
    ])
  })

  it('tells a missing section from one that is there', async () => {
    await openReport('search-outage.md')
    const items = await shownItems(4)
    expectEqual(
      items.map(({ description }) => /missing/i.test(String(description))),
      [false, true, false, true],
    )
  })

  it('lists below a section what it tells: the entries of the timeline with the time that has passed', async () => {
    await openReport('checkout-outage.md')
    await knownSections(4)
    expectEqual((await timelineLabels()).slice(0, 2), ['09:05 UTC  +00:00', '09:09 UTC  +00:04'])
  })

  it('follows entries that are inserted and edited', async () => {
    const { document } = await openReport('checkout-outage.md')
    await knownSections(4)
    const before = await timelineLabels()
    const second = document.positionAt(document.getText().indexOf('09:09 UTC'))
    const line = new vscode.Position(second.line, 0)
    const edit = new vscode.WorkspaceEdit()
    const written = document.lineAt(second.line).text
    edit.insert(document.uri, line, `${written.replace('09:09', '09:07')}\n`)
    edit.replace(document.uri, new vscode.Range(second, second.translate(0, 5)), '09:08')
    await vscode.workspace.applyEdit(edit)
    const after = [before[0], '09:07 UTC  +00:02', '09:08 UTC  +00:03', ...before.slice(2)]
    await eventually(
      'the new entries',
      async () => (await timelineLabels()).join() === after.join() || undefined,
    )
  })

  it('goes to a section that is there', async () => {
    const report = await openReport('search-outage.md')
    await choose((await shownItems(4))[2]!)
    await eventually('the cursor at the section', () => {
      const { text } = report.document.lineAt(report.selection.active.line)
      return text === '## Root Cause and Resolution' || undefined
    })
  })

  it('goes to a section by its menu', async () => {
    const report = await openReport('search-outage.md')
    const [, , cause] = await knownSections(4)
    await run('outline.go', cause)
    await eventually('the cursor at the section', () => {
      const { text } = report.document.lineAt(report.selection.active.line)
      return text === '## Root Cause and Resolution' || undefined
    })
  })

  it('inserts a section by its menu', async () => {
    const report = await openReport('search-outage.md')
    await missingSectionsAre(report, 2)
    const [, timeline] = await knownSections(4)
    await run('outline.insert', timeline)
    await missingSectionsAre(report, 1)
  })

  it('inserts what a section lacks', async () => {
    const report = await openReport('checkout-outage.md')
    const before = report.document.lineCount
    const gap = await eventually('what is missing', async () => {
      const { outline } = await findExtension().activate()
      const [, timeline] = (await outline.getChildren()) ?? []
      const children = timeline === undefined ? [] : ((await outline.getChildren(timeline)) ?? [])
      const items = await Promise.all(children.map((child) => outline.getTreeItem(child)))
      return items.find(({ contextValue }) => contextValue === 'gap')
    })
    expectEqual(gap.command?.command, 'postmortem.fillGap')
    await choose(gap)
    expectMatch(await eventually('a placeholder', () => selectedText(report) || undefined), /^\{\{.+\}\}$/)
    expectEqual(report.document.lineCount > before, true)
  })

  it('inserts a section that is missing', async () => {
    const report = await openReport('search-outage.md')
    await missingSectionsAre(report, 2)
    await choose((await shownItems(4))[1]!)
    const [finding] = await missingSectionsAre(report, 1)
    expectMatch(finding!.message, /Corrective and Preventative Measures/)
    expectMatch(await eventually('a placeholder', () => selectedText(report) || undefined), /^\{\{.+\}\}$/)
    await eventually('the section in the outline', async () => {
      const [, inserted] = await readItems()
      return /missing/i.test(String(inserted?.description)) ? undefined : true
    })
  })

  it('moves a section with everything below its title, and the cursor with it', async () => {
    const report = await openReport('checkout-outage.md')
    const before = report.document.getText()
    const [, , , corrective] = await knownSections(4)
    const tasks = lineOf(report, '### Tasks')
    report.selection = new vscode.Selection(tasks, 4, tasks, 9)
    await run('moveSectionUp', corrective)
    expectEqual(titlesIn(report), [
      '## Issue Summary',
      '## Corrective and Preventative Measures',
      '### Improvements',
      '### Tasks',
      '## Timeline',
    ])
    expectEqual(selectedText(report), 'Tasks')
    await vscode.commands.executeCommand('undo')
    expectEqual(report.document.getText(), before)
  })

  it('offers to move a section only where it can go, and the one with the cursor to its place', async () => {
    const report = await openReport('checkout-outage.md')
    const before = report.document.getText()
    await movesAre('down', 'up down', '', 'up')
    await run('moveSectionDown', (await knownSections(4))[0])
    await movesAre('down', 'up down to-its-place', '', 'up')
    expectEqual(selectedLine(report), '## Issue Summary')
    await run('moveSectionToItsPlace')
    expectEqual(report.document.getText(), before)
  })

  it('puts a section that is dragged onto another one in its place', async () => {
    const report = await openReport('checkout-outage.md')
    const [summary, timeline, missing, corrective] = await knownSections(4)
    const { outline } = await findExtension().activate()
    const drag = async (from: unknown, to: unknown) => {
      const transfer = new vscode.DataTransfer()
      const { token } = new vscode.CancellationTokenSource()
      await outline.dragAndDrop.handleDrag?.([from], transfer, token)
      await outline.dragAndDrop.handleDrop?.(to, transfer, token)
    }
    const before = report.document.getText()
    await drag(missing, summary)
    await drag(timeline, missing)
    await drag(timeline, timeline)
    expectEqual(report.document.getText(), before)
    await drag(corrective, summary)
    expectMatch(titlesIn(report).join(), /^## Corrective.+,## Issue Summary,## Timeline$/)
  })
})

describe('The report in front', () => {
  afterEach(discardChanges)

  it('is still the report while its preview is there, and the outline goes back to its text', async () => {
    await openReport('checkout-outage.md')
    await shownItems(4)
    await vscode.commands.executeCommand('markdown.showPreview')
    await eventually('the preview', () => vscode.window.activeTextEditor === undefined || undefined)
    const items = await shownItems(4)
    expectEqual((await findExtension().activate()).wordCount()?.visible, true)
    await choose(items[3]!)
    expectMatch(selectedLine(activeEditor()), /^## Corrective/)
  })

  it('is inserted into where its preview is there', async () => {
    await openReport('checkout-outage.md')
    await shownItems(4)
    await vscode.commands.executeCommand('markdown.showPreview')
    await eventually('the preview', () => vscode.window.activeTextEditor === undefined || undefined)
    await run('insertMissingSections')
    const report = activeEditor()
    await eventually('a placeholder', () => selectedText(report) || undefined)
    expectEqual(titlesIn(report).includes('## Root Cause and Resolution'), true)
  })

  it('is found again from a document that is none', async () => {
    await openReport('checkout-outage.md')
    await vscode.commands.executeCommand('workbench.action.keepEditor')
    await shownItems(4)
    await openReport('README.md')
    await shownItems(0)
    await run('goToReport')
    expectMatch(activeEditor().document.uri.path, /checkout-outage\.md$/)
    await shownItems(4)
  })

  it('may be one side of a comparison, which stays one', async () => {
    const { document } = await openReport('checkout-outage.md')
    const other = vscode.Uri.joinPath(document.uri, '..', 'README.md')
    await vscode.commands.executeCommand('vscode.diff', other, document.uri, 'Comparison')
    // Its two sides are there a moment after its tab, and until then the editor that it replaces is in front.
    const sides = [other, document.uri].map(String).join()
    await eventually('both sides of the comparison', () => {
      const shown = vscode.window.visibleTextEditors.map((editor) => editor.document.uri)
      const isInFront = vscode.window.activeTextEditor?.document === document
      return (isComparing() && isInFront && shown.map(String).toSorted().join() === sides) || undefined
    })
    const [, , , corrective] = await shownItems(4)
    // What has just opened may still put its cursor on the first difference.
    await eventually('the section', async () => {
      await choose(corrective!)
      return /^## Corrective/.test(selectedLine(activeEditor())) || undefined
    })
    expectEqual(isComparing(), true)
  })

  it('may be in no file, and is gone when it is closed', async () => {
    const content = '# Postmortem: mail was late\n\n## Timeline\n\n- 09:05 UTC - It broke.\n'
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content }),
    )
    await shownItems(4)
    await discardChanges()
    await shownItems(0)
  })
})

function isComparing(): boolean {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff
}

function activeEditor(): vscode.TextEditor {
  return expectPresent('text in front', vscode.window.activeTextEditor)
}

async function knownSections(count: number): Promise<readonly unknown[]> {
  await shownItems(count)
  const { outline } = await findExtension().activate()
  return (await outline.getChildren()) ?? []
}

async function timelineLabels(): Promise<readonly unknown[]> {
  const { outline } = await findExtension().activate()
  const [, timeline] = (await outline.getChildren()) ?? []
  const entries = (await outline.getChildren(timeline)) ?? []
  return labels(await Promise.all(entries.map((entry) => outline.getTreeItem(entry))))
}

/** Where each section can be moved to, as its menu knows it. */
function movesAre(...expected: readonly string[]): Promise<true> {
  return eventually(`sections that can go ${expected.join(', ')}`, async () => {
    const moves = (await readItems()).map(({ contextValue = '' }) =>
      [...contextValue.matchAll(/move\.(\S+)/g)].map(([, to]) => to).join(' '),
    )
    return moves.join() === expected.join() || undefined
  })
}

function titlesIn({ document }: vscode.TextEditor): readonly string[] {
  return document
    .getText()
    .split('\n')
    .filter((line) => /^##/.test(line))
}

function lineOf({ document }: vscode.TextEditor, text: string): number {
  return document.getText().split('\n').indexOf(text)
}

async function readItems(): Promise<readonly vscode.TreeItem[]> {
  const { outline } = await findExtension().activate()
  const elements = (await outline.getChildren()) ?? []
  return Promise.all(elements.map((element) => outline.getTreeItem(element)))
}

function shownItems(count: number): Promise<readonly vscode.TreeItem[]> {
  return eventually(`${count} items`, async () => {
    const items = await readItems()
    return items.length === count ? items : undefined
  })
}

function labels(items: readonly vscode.TreeItem[]): readonly (string | undefined)[] {
  return items.map(({ label }) => (typeof label === 'object' ? label.label : label))
}

async function choose({ command }: vscode.TreeItem): Promise<void> {
  if (command === undefined) throw new Error('The item does nothing when it is clicked.')
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
}
