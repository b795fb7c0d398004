import type { WordCount } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { Reports } from './reports.ts'

/** The status bar item that counts the words of the report in front, and of what is selected in it. */
export class WordCounter implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'postmortem.wordCount',
    vscode.StatusBarAlignment.Right,
    100,
  )
  readonly #reports: Reports
  readonly #subscription: vscode.Disposable
  #visible = false

  constructor(reports: Reports) {
    this.#reports = reports
    this.#item.name = 'Postmortem Word Count'
    this.#item.command = 'postmortem.outline.focus'
    this.#subscription = reports.onDidChange(() => this.#update())
    this.#update()
  }

  get shown(): { readonly text: string; readonly tooltip: string; readonly visible: boolean } {
    const { text, tooltip } = this.#item
    return {
      text,
      tooltip: tooltip instanceof vscode.MarkdownString ? tooltip.value : (tooltip ?? ''),
      visible: this.#visible,
    }
  }

  dispose(): void {
    this.#subscription.dispose()
    this.#item.dispose()
  }

  #update(): void {
    const { count } = this.#reports.active
    this.#visible = count !== null
    if (count === null) {
      this.#item.hide()
      return
    }
    this.#item.text = describe(count.words)
    this.#item.tooltip = explain(count)
    this.#item.accessibilityInformation = { label: `Postmortem: ${describe(count.words)}` }
    this.#item.show()
  }
}

function describe(words: number): string {
  return words === 1 ? '1 word' : `${words} words`
}

function explain({ words, range, sections }: WordCount): vscode.MarkdownString {
  const lines = [`**${describe(words)}**${range === null ? '' : ` · ${judge(words, range)}`}`]
  if (sections.length > 0) {
    lines.push(['| Section | Words |', '| :-- | --: |', ...sections.map(toRow)].join('\n'))
  }
  return new vscode.MarkdownString(lines.join('\n\n'))
}

function judge(words: number, { min, max }: { readonly min: number; readonly max: number }): string {
  const verdict = words < min ? 'short' : words > max ? 'long' : 'fine'
  return `${verdict} (the template asks for ${min} to ${max})`
}

function toRow({ title, words }: WordCount['sections'][number]): string {
  return `| ${title.replace(/[\\|<>`*_[\]]/g, '\\$&')} | ${words} |`
}
