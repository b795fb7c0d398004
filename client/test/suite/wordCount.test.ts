import * as vscode from 'vscode'
import { discardChanges, findExtension, openReport, typeAtEnd } from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

describe('The word count', () => {
  afterEach(discardChanges)

  it('stands in the status bar while a report is open', async () => {
    await openReport('checkout-outage.md')
    const { text, tooltip } = await shownCount()
    expectMatch(text, /\b[1-9]\d* words/)
    expectMatch(tooltip, /400/)
    expectMatch(tooltip, /Timeline/)
  })

  it('follows what is typed', async () => {
    const report = await openReport('checkout-outage.md')
    const before = await countedWords()
    await typeAtEnd(report, 'Three more words.')
    await eventually('three more words', async () => (await countedWords()) === before + 3 || undefined)
    await vscode.commands.executeCommand('deleteAllLeft')
    await eventually('the words of before', async () => (await countedWords()) === before || undefined)
  })

  it('tells how much is selected, as long as something is', async () => {
    const report = await openReport('checkout-outage.md')
    await countedWords()
    const title = report.document.lineAt(2).range
    report.selection = new vscode.Selection(title.start, title.end)
    await eventually(
      'the count of "Issue Summary"',
      async () => /\(2 selected\)/.test((await readCount()).text) || undefined,
    )
    report.selection = new vscode.Selection(title.end, title.end)
    await eventually('the count of the whole', async () =>
      /selected/.test((await readCount()).text) ? undefined : true,
    )
  })

  it('tells how much the section at the cursor has', async () => {
    const report = await openReport('checkout-outage.md')
    const place = (line: number) => {
      report.selection = new vscode.Selection(line, 0, line, 0)
      return eventually('the section', async () => / \((.*)\)/.exec((await readCount()).text)?.[1])
    }
    expectMatch(await place(4), /^\d+ in Issue Summary$/)
    await eventually('another section', async () => /Timeline/.test((await place(10)) ?? '') || undefined)
    await eventually('no section', async () => {
      report.selection = new vscode.Selection(0, 0, 0, 0)
      return /\(/.test((await readCount()).text) ? undefined : true
    })
  })

  it('follows the writer from report to report, and leaves with the last', async () => {
    await openReport('checkout-outage.md')
    const first = await countedWords()
    await openReport('search-outage.md')
    const isOther = async () => (await countedWords()) < first || undefined
    expectEqual(await eventually('the count of the other report', isOther), true)
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await eventually('no count', async () => (await readCount()).visible === false || undefined)
  })
})

async function readCount() {
  return (await findExtension().activate()).wordCount()
}

function shownCount() {
  return eventually('the word count', async () => {
    const count = await readCount()
    return count.visible ? count : undefined
  })
}

async function countedWords(): Promise<number> {
  const { text } = await shownCount()
  return Number(/[\d,.]+/.exec(text)?.[0].replace(/[,.]/g, ''))
}
