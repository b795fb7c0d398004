import type { WordCount } from '@postmortem/shared/counting'
import { CountSelectionRequest } from '@postmortem/shared/counting'
import type { OutlineSection } from '@postmortem/shared/outline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { countPlaces, countWords, shorten } from './outline/outlineLabels.ts'
import { sectionAt } from './outline/outlinePlaces.ts'
import type { Reports } from './reports.ts'

/** Words per minute. */
const readingSpeed = 230

/** Leaves room in the status bar for what others show there. */
const maxTitleLength = 24

/** The status bar item with the word counts of the report in front, of its selection and of the section at the cursor. */
export class WordCounter implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'postmortem.wordCount',
    vscode.StatusBarAlignment.Right,
    100,
  )
  readonly #client: BaseLanguageClient
  readonly #reports: Reports
  readonly #subscriptions: readonly vscode.Disposable[]
  #selected: number | null = null
  #section: OutlineSection | undefined
  #isAsking = false
  #mustAskAgain = false
  #visible = false

  constructor(client: BaseLanguageClient, reports: Reports) {
    this.#client = client
    this.#reports = reports
    this.#item.name = vscode.l10n.t('Postmortem Word Count')
    this.#item.command = 'postmortem.outline.focus'
    this.#subscriptions = [
      this.#item,
      reports.onDidChange(() => this.#update()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor !== vscode.window.activeTextEditor) return
        if (this.#findSection() !== this.#section) this.#show()
        this.#countSelection()
      }),
    ]
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
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #update(): void {
    this.#show()
    this.#countSelection()
  }

  #show(): void {
    const { count } = this.#reports.active
    this.#visible = count !== null
    if (count === null) {
      this.#item.hide()
      return
    }
    this.#section = this.#findSection()
    const text = summarize(count, this.#selected, this.#section)
    this.#item.text = text
    this.#item.tooltip = explain(count)
    this.#item.accessibilityInformation = { label: `Postmortem: ${text}` }
    this.#item.show()
  }

  #findSection(): OutlineSection | undefined {
    const { active, front } = this.#reports
    const editor = vscode.window.activeTextEditor
    if (active.outline === null || editor?.document.uri.toString() !== front?.toString()) return undefined
    return editor && sectionAt(editor.selection.active, active.outline.sections)
  }

  /** Asks one question at a time; meanwhile only the latest selection is kept for the next. */
  #countSelection(): void {
    if (this.#isAsking) this.#mustAskAgain = true
    else void this.#ask()
  }

  async #ask(): Promise<void> {
    this.#isAsking = true
    do {
      this.#mustAskAgain = false
      this.#select(await this.#askServer().catch(() => null))
    } while (this.#mustAskAgain)
    this.#isAsking = false
  }

  async #askServer(): Promise<number | null> {
    const editor = vscode.window.activeTextEditor
    const ranges = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? []
    if (editor === undefined || ranges.length === 0 || this.#reports.active.count === null) return null
    const params: CountSelectionRequest.Params = {
      uri: this.#client.code2ProtocolConverter.asUri(editor.document.uri),
      ranges: ranges.map((range) => this.#client.code2ProtocolConverter.asRange(range)),
    }
    return this.#client.sendRequest<CountSelectionRequest.Result>(CountSelectionRequest.method, params)
  }

  #select(words: number | null): void {
    if (this.#selected === words) return
    this.#selected = words
    this.#show()
  }
}

type Verdict = 'short' | 'fine' | 'long'

/**
 * `512 words (35 in Timeline)`, followed by how much the report is too short or too long. What is selected takes the
 * place of the section.
 */
function summarize(
  { words, range }: WordCount,
  selected: number | null,
  section: OutlineSection | undefined,
): string {
  const whole = countWords(words)
  if (selected !== null) return vscode.l10n.t('{0} ({1} selected)', whole, selected)
  const count =
    section === undefined
      ? whole
      : vscode.l10n.t('{0} ({1} in {2})', whole, section.words, shorten(section.title, maxTitleLength))
  if (range === null || compareToRange(words, range) === 'fine') return count
  const verdict =
    words < range.min
      ? vscode.l10n.t('short by {0}', range.min - words)
      : vscode.l10n.t('long by {0}', words - range.max)
  return `${count} · ${verdict}`
}

function explain({ words, range, sections, places }: WordCount): vscode.MarkdownString {
  const minutes = Math.max(1, Math.round(words / readingSpeed))
  const reading =
    minutes === 1
      ? vscode.l10n.t('about 1 minute to read')
      : vscode.l10n.t('about {0} minutes to read', minutes)
  const lines = [`**${countWords(words)}** · ${reading}`]
  if (places !== null) lines.push(countPlaces(places))
  if (range !== null) {
    const verdict = nameVerdict(compareToRange(words, range))
    lines.push(vscode.l10n.t('{0}: the template asks for {1} to {2} words', verdict, range.min, range.max))
  }
  if (sections.length > 0) {
    const head = `| ${vscode.l10n.t('Section')} | ${vscode.l10n.t('Words')} |`
    lines.push([head, '| :-- | --: |', ...sections.map(toRow)].join('\n'))
  }
  return new vscode.MarkdownString(lines.join('\n\n'))
}

function compareToRange(
  words: number,
  { min, max }: { readonly min: number; readonly max: number },
): Verdict {
  return words < min ? 'short' : words > max ? 'long' : 'fine'
}

function nameVerdict(verdict: Verdict): string {
  return { short: vscode.l10n.t('short'), fine: vscode.l10n.t('fine'), long: vscode.l10n.t('long') }[verdict]
}

function toRow({ title, words }: WordCount['sections'][number]): string {
  return `| ${title.replace(/[\\|<>`*_[\]]/g, '\\$&')} | ${words} |`
}
