import * as vscode from 'vscode'
import { discardChanges, openReport } from './editor.ts'
import { eventually, expectEqual } from './expect.ts'

const alert = {
  labels: { alertname: 'PaymentsFailing' },
  annotations: { summary: 'More than 5% of payments fail.' },
  startsAt: '2026-03-14T09:08:00Z',
}

describe('Pasting into the timeline', () => {
  afterEach(discardChanges)

  it('makes an alert an entry in its place by a command, and one undo takes it back', async () => {
    const report = await openReport('checkout-outage.md')
    const { document } = report
    // The editor remembers where the cursor was left; outside the timeline, entries go to their place in time.
    report.selection = new vscode.Selection(0, 0, 0, 0)
    const before = document.getText()
    await vscode.env.clipboard.writeText(JSON.stringify([alert]))
    await eventually('the entry', async () => {
      if (document.getText() === before) await vscode.commands.executeCommand('postmortem.pasteTimeline')
      return document.getText() === before ? undefined : true
    })
    const lines = document.getText().split('\n')
    const start = lines.findIndex((line) => line.startsWith('- 09:05 UTC'))
    expectEqual(lines[start + 1], '- 09:08 UTC - Alert PaymentsFailing fired: More than 5% of payments fail.')
    await vscode.commands.executeCommand('undo')
    expectEqual(document.getText(), before)
  })

  it('changes nothing for a text of unknown form', async () => {
    const { document } = await openReport('checkout-outage.md')
    await vscode.env.clipboard.writeText('nothing of the kind')
    await vscode.commands.executeCommand('postmortem.pasteTimeline')
    expectEqual(document.isDirty, false)
  })
})
