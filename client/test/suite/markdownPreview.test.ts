import * as vscode from 'vscode'
import { discardChanges, openReport } from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

// The editor's own Markdown extension runs in Node.js where there is one, and sees only its neighbours there.
describe('The Markdown preview', () => {
  afterEach(discardChanges)

  it('shows the incident as a picture above the Timeline section', async () => {
    const { document } = await openReport('checkout-outage.md')
    const html = await eventually('the picture', () => render(document, /<svg/))
    expectMatch(
      html,
      /<svg class="postmortem-picture postmortem-timeline"[\s\S]+<\/svg>\s*<\/div>\s*<h2[^>]*>\s*Timeline/,
    )
    expectMatch(html, /09:50 UTC \(\+00:45\)/)
  })

  it('shows ordinary Markdown as it is', async () => {
    const { document } = await openReport('README.md')
    const html = await eventually('the preview', () => render(document, /Widgets/))
    expectEqual(html.includes('<svg'), false)
  })
})

async function render(document: vscode.TextDocument, wanted: RegExp): Promise<string | undefined> {
  const html = await vscode.commands.executeCommand<string>('markdown.api.render', document)
  return wanted.test(html) ? html : undefined
}
