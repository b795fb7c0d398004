import * as vscode from 'vscode'
import { isMarkdown } from '../documents.ts'

/** A line with nothing on it but a bullet, a number or a checkbox. */
const newBullet = /^\s{0,80}(?:[-*+]|\d{1,9}[.)])\s{1,8}(?:\[[ xX]\]\s{1,8})?$/

/** Tells the keys whether the cursor is at the start of a new bullet, where Tab nests the bullet. */
export class NewBullets implements vscode.Disposable {
  readonly #subscriptions: readonly vscode.Disposable[]
  #isAtOne = false

  constructor() {
    this.#subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(() => this.#look()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#look()),
    ]
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #look(): void {
    const editor = vscode.window.activeTextEditor
    const isAtOne =
      editor !== undefined && isMarkdown(editor.document) && editor.selections.every(isNew(editor))
    if (isAtOne === this.#isAtOne) return
    this.#isAtOne = isAtOne
    void vscode.commands.executeCommand('setContext', 'postmortem.isAtNewBullet', isAtOne)
  }
}

function isNew({ document }: vscode.TextEditor): (selection: vscode.Selection) => boolean {
  return ({ isEmpty, active }) => {
    if (!isEmpty) return false
    const { text, range } = document.lineAt(active.line)
    return active.isEqual(range.end) && newBullet.test(text)
  }
}
