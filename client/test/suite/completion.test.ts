import * as vscode from 'vscode'
import { discardChanges } from './editor.ts'
import { eventually, expectEqual, expectPresent } from './expect.ts'

const report = `---
severity: SEV2
postmortem:
  audience: |
---

# Postmortem: checkout down

Status: |

## Issue Summary

The checkout was down from 09:05 to 10:25 UTC on March 14, 2026.

## Timeline

<!-- postmortem-disable-next-line length-ent| -->
- 09:05 UTC - It broke.
`

describe('Completion of what has few answers', () => {
  afterEach(discardChanges)

  it('offers them where they stand in a report, and nothing of it in another document', async () => {
    const content = report.replaceAll('|', '')
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
    await vscode.window.showTextDocument(document)
    const places = [...report.matchAll(/\|/g)].map(({ index }, before) => index - before)
    const [audience, status, rule] = await Promise.all(places.map((place) => offer(document, place)))
    expectEqual(audience, ['internal', 'public'])
    expectEqual(status, ['Draft', 'In review', 'Final'])
    expectEqual(
      expectPresent(
        'rule',
        rule?.find((label) => label === 'length-entry'),
      ),
      'length-entry',
    )
  })

  it('leaves another document alone', async () => {
    const content = '# Widgets\n\nStatus: '
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
    await vscode.window.showTextDocument(document)
    const { items } = await complete(document, content.length)
    expectEqual(
      items.filter(({ label }) => label === 'Draft'),
      [],
    )
  })
})

/** Of all that the editor completes with, what the extension offers: it has an order of its own. */
function offer(document: vscode.TextDocument, offset: number): Promise<readonly string[]> {
  return eventually(`completion at ${offset}`, async () => {
    const { items } = await complete(document, offset)
    const ours = items.filter(({ sortText }) => /^\d{3}$/.test(sortText ?? ''))
    return ours.length > 0 ? ours.map(({ label }) => String(label)) : undefined
  })
}

function complete(document: vscode.TextDocument, offset: number): Thenable<vscode.CompletionList> {
  return vscode.commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  )
}
