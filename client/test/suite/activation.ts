import * as vscode from 'vscode'
import { findExtension, openReport } from './editor.ts'
import { eventually, expectPresent } from './expect.ts'
import { say } from './reporter.ts'

/**
 * Not a test, a measurement in a fresh extension host: what the editor counts for the activation, and then for how
 * long nobody else gets a turn when the first Markdown file is opened.
 */
export async function run(): Promise<void> {
  const turns: number[] = []
  const note = ({ languageId }: vscode.TextDocument) => {
    if (languageId === 'markdown') turns.push(performance.now())
  }
  // Listeners are called in the order in which they came: one before that of the extension, and one behind it.
  const before = vscode.workspace.onDidOpenTextDocument(note)
  await findExtension().activate()
  const behind = vscode.workspace.onDidOpenTextDocument(note)
  await openReport('README.md')
  const [start, end] = await eventually('the document', () => (turns.length >= 2 ? turns : undefined))
  for (const listener of [before, behind]) listener.dispose()
  say({ ...(await readActivation()), wake: expectPresent('end', end) - expectPresent('start', start) })
}

/** From the table that `Developer: Startup Performance` shows; in milliseconds. */
async function readActivation(): Promise<{ readonly load: number; readonly call: number }> {
  await vscode.commands.executeCommand('perfview.show')
  const row = await eventually('the times of the activation', () =>
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === 'perf')
      .flatMap((document) => document.getText().split('\n'))
      .find((line) => line.startsWith(`| ${findExtension().id} `)),
  )
  const [, , , load, call] = row.split('|')
  return { load: Number(load), call: Number(call) }
}
