import { afterEach, describe, expect, it } from 'vitest'
import type { ClientCapabilities, DocumentLink } from 'vscode-languageserver'
import { memoryFiles } from '../../config/memoryFiles.ts'
import { reportWith } from '../../features/report.ts'
import { type Editor, startEditor } from '../editor.ts'

const configuration = 'file:///team/.postmortem.yml'
const report = 'file:///team/report.md'
const text = reportWith(
  'from February 3, 2026, 13:10 to 14:00 UTC',
  '- 13:10 UTC - It broke, see OPS-7. <!-- postmortem-disable-line length-entry -->',
)

let editor: Editor
afterEach(() => editor.close())

/** What is linked in a document of this team, to where. */
async function check(
  expected: readonly Partial<DocumentLink>[],
  { saved = {}, capabilities = {}, uri = report, content = text }: Situation,
) {
  editor = await startEditor(capabilities, undefined, memoryFiles(saved))
  await editor.open(content, uri)
  const found = await editor.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
    textDocument: { uri },
  })
  expect(found.map(({ range, ...link }) => link)).toEqual(expected)
  return found
}

interface Situation {
  readonly saved?: Record<string, string>
  readonly capabilities?: ClientCapabilities
  readonly uri?: string
  readonly content?: string
}

const tracker = { [configuration]: 'actions: {ticketUrl: "https://tracker.example/browse/{ticket}"}\n' }
const ticket = { target: 'https://tracker.example/browse/OPS-7', tooltip: 'Open OPS-7 on tracker.example' }

describe('links in a document', () => {
  it('lead from the tickets of a report to their tracker', async () => {
    const [link] = await check([ticket], { saved: tracker })
    expect(link?.range).toEqual({ start: { line: 9, character: 28 }, end: { line: 9, character: 33 } })
  })

  it('lead from a rule to its page, for the client that has the pages', async () => {
    const capabilities = { experimental: { postmortem: true } }
    const page = { tooltip: 'Open the page of the rule length-entry', data: { rule: 'length-entry' } }
    await check([ticket, page], { saved: tracker, capabilities })
  })

  it('wait until it is known what holds for the document', async () => {
    const { read } = memoryFiles(tracker)
    let answer = () => {}
    const later = new Promise<void>((resolve) => {
      answer = resolve
    })
    editor = await startEditor({}, undefined, { read: (address) => later.then(() => read(address)) })
    const textDocument = { uri: report, languageId: 'markdown', version: 1, text }
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument })
    const links = editor.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument })
    await editor.settle()
    answer()
    expect(await links).toMatchObject([ticket])
  })

  it('are never to an address that is not safe', async () => {
    for (const url of ['http://tracker.example/{ticket}', 'https://tracker.example/', 'command:{ticket}']) {
      await check([], { saved: { [configuration]: `actions: {ticketUrl: "${url}"}\n` } })
      expect(editor.diagnostics(configuration)[0]).toMatchObject({
        message: `The value of "ticketUrl" is "${url}". Write an address that begins with https:// and holds {ticket}, such as "https://tracker.example/browse/{ticket}".`,
        range: { start: { line: 0, character: 22 }, end: { line: 0, character: 22 + url.length } },
      })
      editor.close()
    }
    await check([], {})
  })

  it('lead from the paths in a configuration file to their files, within the workspace', async () => {
    const content =
      'extends: ../../shared.yml\ntemplate: holberton\ntemplatesBySeverity:\n  SEV1: "./templates/big one.yml"\n  SEV2: google-sre\n'
    const big = { target: 'file:///team/templates/big%20one.yml', tooltip: 'Open ./templates/big one.yml' }
    const [link] = await check([big], { uri: configuration, content })
    expect(link?.range).toEqual({ start: { line: 3, character: 9 }, end: { line: 3, character: 32 } })
    editor.close()
    const nested = 'file:///team/reports/.postmortem.yml'
    await check([{ target: 'file:///team/shared.yml', tooltip: 'Open ../shared.yml' }], {
      uri: nested,
      content: 'template: ../shared.yml\n',
      capabilities: { workspace: { workspaceFolders: true } },
    })
  })

  it('are none in a document that is no report', async () => {
    await check([], { saved: tracker, content: '# Widgets\n\nSee OPS-7.\n' })
  })
})
