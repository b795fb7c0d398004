import * as vscode from 'vscode'
import { canSearch, discardChanges, findExtension, openReport } from './editor.ts'
import { eventually, expectEqual } from './expect.ts'

describe('All incidents of the workspace', () => {
  before(async function () {
    if (!(await canSearch())) this.skip()
  })
  afterEach(discardChanges)

  it('are listed by year once a report is open', async () => {
    await openReport('checkout-outage.md')
    expectEqual(await latestIncidents(3), [
      '03-15 Mail delayed after a cert…',
      '03-14 Checkout unavailable afte…',
      '02-03 Search returned nothing',
    ])
  })

  it('are found again on the disk by a command, and kept when reading is stopped', async () => {
    await openReport('checkout-outage.md')
    await latestIncidents(3)
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri
    const file = vscode.Uri.joinPath(folder, 'login-outage.md')
    const text = '# Postmortem: nobody could log in\n\n## Timeline\n\n- 2026-04-02 09:05 UTC - It broke.\n'
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text))
    try {
      await vscode.commands.executeCommand('postmortem.incidents.refresh')
      expectEqual((await latestIncidents(4))[0], '04-02 Nobody could log in')
      await vscode.commands.executeCommand('postmortem.incidents.stop')
      await latestIncidents(4)
    } finally {
      await vscode.workspace.fs.delete(file)
    }
    await latestIncidents(3)
  })

  it('have tasks that are ticked in their reports, which can be undone', async () => {
    await openReport('checkout-outage.md')
    const { incidents } = await findExtension().activate()
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri
    const text = async () => {
      const uri = vscode.Uri.joinPath(folder, 'mail-delay.md')
      return (await vscode.workspace.openTextDocument(uri)).getText()
    }
    const before = await text()
    const [task] = await eventually('the task', async () => {
      const [undated] = (await incidents.tasks.getChildren()) ?? []
      const tasks = undated === undefined ? [] : ((await incidents.tasks.getChildren(undated)) ?? [])
      const items = await Promise.all(tasks.map((each) => incidents.tasks.getTreeItem(each)))
      const index = items.findIndex(({ label }) => String(label).startsWith('Alert when a renewal'))
      return index === -1 ? undefined : [tasks[index]]
    })
    await incidents.tasks.tick([[task, vscode.TreeItemCheckboxState.Checked]])
    expectEqual(await text(), before.replace('[ ] Alert when', '[x] Alert when'))
    await openReport('mail-delay.md')
    await vscode.commands.executeCommand('undo')
    expectEqual(await text(), before)
  })
})

/** The labels of the incidents of the latest year, once there are as many. */
function latestIncidents(count: number): Promise<readonly string[]> {
  return eventually(`${count} incidents`, async () => {
    const { incidents } = await findExtension().activate()
    const [year] = (await incidents.tree.getChildren()) ?? []
    const children = year === undefined ? [] : ((await incidents.tree.getChildren(year)) ?? [])
    const items = await Promise.all(children.map((child) => incidents.tree.getTreeItem(child)))
    return items.length === count ? items.map(({ label }) => String(label)) : undefined
  })
}
