import * as vscode from 'vscode'
import type { MarkdownIt } from '../../src/preview/markdownPreview.ts'
import { eventually, expectPresent } from './expect.ts'

/** What the extension answers to whoever activates it. */
export interface ExtensionApi {
  wordCount(): { readonly text: string; readonly tooltip: string; readonly visible: boolean }
  readonly outline: vscode.TreeDataProvider<unknown> & {
    readonly dragAndDrop: vscode.TreeDragAndDropController<unknown>
  }
  readonly incidents: {
    readonly tree: vscode.TreeDataProvider<unknown>
    readonly tasks: vscode.TreeDataProvider<unknown> & {
      tick(items: Iterable<readonly [unknown, vscode.TreeItemCheckboxState]>): Promise<void>
    }
  }
  /** The places that are marked as left to fill in. */
  placeholders(): readonly vscode.Range[]
  extendMarkdownIt(markdownIt: MarkdownIt): MarkdownIt
  status(): { readonly text: string; readonly detail: string; readonly configuration: string | null }
}

export function findExtension(): vscode.Extension<ExtensionApi> {
  return expectPresent('extension', vscode.extensions.getExtension<ExtensionApi>('postmortem.postmortem'))
}

export async function openReport(name: string): Promise<vscode.TextEditor> {
  const folder = expectPresent('open folder', vscode.workspace.workspaceFolders?.[0])
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name))
  return vscode.window.showTextDocument(document)
}

/** Leaves the file and the window as they were found. */
export async function discardChanges(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert')
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

export function findings({ document }: vscode.TextEditor): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'postmortem')
}

/** Other rules may find something in the same report; what these tests insert and remove is sections. */
export function missingSectionsAre(
  editor: vscode.TextEditor,
  count: number,
): Promise<readonly vscode.Diagnostic[]> {
  return eventually(`${count} missing sections`, () => {
    const found = findings(editor).filter((finding) => readCode(finding) === 'section-missing')
    return found.length === count ? found : undefined
  })
}

export function readCode({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code
}

/** Actions have their edits only once they are chosen, so this many are treated as if they were. */
const allOfThem = 50

/** The quick fix whose title begins so, offered at the finding. */
export function findQuickFix(
  { document }: vscode.TextEditor,
  { range }: vscode.Diagnostic,
  title: string,
): Promise<vscode.CodeAction> {
  return eventually(`the quick fix "${title}"`, async () => {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      allOfThem,
    )
    return actions.find((action) => action.title.startsWith(title))
  })
}

/** Does what the editor does when the writer chooses an action. */
export async function applyQuickFix({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) await vscode.workspace.applyEdit(edit)
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
}

export function selectedText({ document, selection }: vscode.TextEditor): string {
  return document.getText(selection)
}

export function selectedLine({ document, selection }: vscode.TextEditor): string {
  return document.lineAt(selection.active.line).text
}

export async function typeAtEnd(editor: vscode.TextEditor, text: string): Promise<void> {
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end
  editor.selection = new vscode.Selection(end, end)
  await vscode.commands.executeCommand('type', { text })
}

/** An editor that was installed without its own scripts, as the oldest one is here, has no program that finds files. */
export function canSearch(): Promise<boolean> {
  return Promise.resolve(vscode.workspace.findFiles('*.md')).then(
    () => true,
    () => false,
  )
}
