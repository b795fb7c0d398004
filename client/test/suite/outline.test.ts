import * as vscode from 'vscode'
import { discardChanges, findExtension, missingSectionsAre, openReport, selectedText } from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

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
    const { outline } = await findExtension().activate()
    const [, timeline] = await eventually('the sections', async () => {
      const sections = (await outline.getChildren()) ?? []
      return sections.length === 4 ? sections : undefined
    })
    const entries = (await outline.getChildren(timeline)) ?? []
    const items = await Promise.all(entries.map((entry) => outline.getTreeItem(entry)))
    expectEqual(labels(items).slice(0, 2), ['09:05 UTC  +00:00', '09:09 UTC  +00:04'])
  })

  it('goes to a section that is there', async () => {
    const report = await openReport('search-outage.md')
    await choose((await shownItems(4))[2]!)
    await eventually('the cursor at the section', () => {
      const { text } = report.document.lineAt(report.selection.active.line)
      return text === '## Root Cause and Resolution' || undefined
    })
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
})

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
