import * as vscode from 'vscode'
import { discardChanges, findings, readCode } from './editor.ts'
import { eventually, expectEqual, expectMatch, expectPresent } from './expect.ts'

const report = `# Postmortem: checkout down

## Issue Summary

The checkout was down from 09:05 to 10:25 UTC on March 14, 2026, see OPS-7.

## Timeline

<!-- postmortem-disable-next-line length-entry -->
- 09:05 UTC - It broke: the [runbook](runbooks/pool.md) did not help, [the other one](other.md) did.
`

const configuration =
  'extends: ../.postmortem.yml\nactions:\n  ticketUrl: https://tracker.example/browse/{ticket}\n'

describe('Links', () => {
  const folder = () =>
    vscode.Uri.joinPath(expectPresent('folder', vscode.workspace.workspaceFolders?.[0]).uri, 'linked')
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), name), new TextEncoder().encode(text))
  const show = async (name: string) =>
    vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), name)),
    )

  before(async () => {
    await write('.postmortem.yml', configuration)
    await write('report.md', report)
    await write('other.md', '# Another runbook\n')
  })
  afterEach(discardChanges)
  after(() => vscode.workspace.fs.delete(folder(), { recursive: true }))

  it('lead from a ticket to the tracker, and from a silenced rule to its page', async () => {
    const { document } = await show('report.md')
    const ticket = await findLink(document, 'OPS-7')
    expectEqual(ticket.target?.toString(true), 'https://tracker.example/browse/OPS-7')
    expectEqual(ticket.tooltip, 'Open OPS-7 on tracker.example')
    const rule = await findLink(document, 'length-entry')
    const page = await vscode.workspace.fs.readFile(expectPresent('target', rule.target))
    expectMatch(new TextDecoder().decode(page), /^# `length-entry`$/m)
  })

  it('lead from a path in the configuration to its file', async () => {
    await show('report.md')
    const { document } = await show('.postmortem.yml')
    const link = await findLink(document, '../.postmortem.yml')
    expectEqual(link.target?.path, vscode.Uri.joinPath(folder(), '../.postmortem.yml').path)
  })

  it('to a file are reported as long as the file is not there', async () => {
    const editor = await show('report.md')
    await deadLinksAre(editor, ['runbooks/pool.md'])
    await write('runbooks/pool.md', '# Pool\n')
    await deadLinksAre(editor, [])
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'runbooks'), { recursive: true })
    await deadLinksAre(editor, ['runbooks/pool.md'])
  })
})

function findLink(document: vscode.TextDocument, text: string): Promise<vscode.DocumentLink> {
  return eventually(`a link at "${text}"`, async () => {
    const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      100,
    )
    return links.find(({ range }) => document.getText(range) === text)
  })
}

function deadLinksAre(editor: vscode.TextEditor, expected: readonly string[]): Promise<unknown> {
  return eventually(`dead links ${JSON.stringify(expected)}`, () => {
    const dead = findings(editor).filter((finding) => readCode(finding) === 'link-dead')
    const texts = dead.map(({ range }) => editor.document.getText(range))
    return JSON.stringify(texts) === JSON.stringify(expected) ? true : undefined
  })
}
