import * as vscode from 'vscode'
import { discardChanges, openReport } from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

describe('The picture of the timeline', () => {
  afterEach(discardChanges)

  it('stands above the Timeline section in the Markdown preview', async () => {
    const { document } = await openReport('checkout-outage.md')
    const html = await eventually('the picture', () => render(document, /<svg/))
    expectMatch(html, /<svg class="postmortem-timeline"[\s\S]+<\/svg>\s*<h2[^>]*>\s*Timeline/)
    expectMatch(html, /09:50 UTC \(\+00:45\)/)
  })

  it('is not in the preview of ordinary Markdown', async () => {
    const { document } = await openReport('README.md')
    const html = await eventually('the preview', () => render(document, /Widgets/))
    expectEqual(html.includes('<svg'), false)
  })

  it('is shown beside the report by a command', async () => {
    await openReport('checkout-outage.md')
    await vscode.commands.executeCommand('postmortem.showTimeline')
    const tab = await eventually('the picture', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputWebview),
    )
    expectEqual(tab.label, 'Timeline of checkout-outage.md')
  })
})

async function render(document: vscode.TextDocument, wanted: RegExp): Promise<string | undefined> {
  const html = await vscode.commands.executeCommand<string>('markdown.api.render', document)
  return wanted.test(html) ? html : undefined
}
