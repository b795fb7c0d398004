import * as vscode from 'vscode'
import { discardChanges, findExtension, openReport } from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

describe('The picture of the timeline', () => {
  afterEach(discardChanges)

  it('is drawn for a preview in the extension host that the extension is in', async () => {
    const { document } = await openReport('checkout-outage.md')
    const { extendMarkdownIt } = await findExtension().activate()
    const markdownIt = extendMarkdownIt({
      parse: () => [
        { type: 'heading_open', level: 0, map: [0, 1], content: 'the title' },
        { type: 'heading_open', level: 0, map: [8, 9], content: 'the timeline' },
      ],
      renderer: { render: (tokens) => tokens.map(({ content }) => content).join('\n') },
    })
    const tokens = markdownIt.parse(document.getText(), {})
    const html = markdownIt.renderer.render(tokens, {}, {})
    expectMatch(html, /^the title\n<div [\s\S]+09:50 UTC \(\+00:45\)[\s\S]+<\/div>\n\nthe timeline$/)
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
