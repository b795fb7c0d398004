import * as vscode from 'vscode'
import { discardChanges, findExtension, missingSectionsAre, selectedText } from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

interface Snippet {
  readonly prefix: string | readonly string[]
  readonly body: string | readonly string[]
}

describe('The packed snippets', () => {
  afterEach(discardChanges)

  it('expand to a whole report that misses nothing', async () => {
    const snippets = await readSnippets()
    const [name] = snippets.find(([, { body }]) => bodyText(body).startsWith('# ')) ?? []
    const report = await openEmpty('markdown')
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name })
    await eventually('the expanded text', () => report.document.getText() || undefined)
    expectMatch(report.document.getText(), /^## Issue Summary$/m)
    expectMatch(report.document.getText(), /^## Corrective and Preventative Measures$/m)
    expectMatch(selectedText(report), /\S/)
    await missingSectionsAre(report, 0)
  })

  it('each expand to what the file says', async () => {
    // In Markdown, each would be read as a report, which takes longer than all else here.
    const report = await openEmpty('plaintext')
    for (const [name, { body }] of await readSnippets()) {
      await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name })
      const text = await eventually(`the snippet "${name}"`, () => report.document.getText() || undefined)
      const firstWords = bodyText(body).split(/[$\n]/)[0]!
      expectEqual(text.slice(0, firstWords.length), firstWords)
      await vscode.commands.executeCommand('leaveSnippet')
      await report.edit((edit) => edit.delete(new vscode.Range(0, 0, report.document.lineCount, 0)))
    }
  })
})

/** The snippets as the packed manifest names them. */
async function readSnippets(): Promise<readonly (readonly [string, Snippet])[]> {
  const { packageJSON, extensionUri } = findExtension()
  const contributed: readonly { readonly language?: string; readonly path: string }[] =
    packageJSON.contributes.snippets
  const files = await Promise.all(
    contributed.map(async ({ path }) => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path))
      return Object.entries<Snippet>(JSON.parse(new TextDecoder().decode(bytes)))
    }),
  )
  const snippets = files.flat()
  if (snippets.length === 0) throw new Error('The extension brings no snippets.')
  return snippets
}

function bodyText(body: string | readonly string[]): string {
  return typeof body === 'string' ? body : body.join('\n')
}

async function openEmpty(language: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language }))
}
