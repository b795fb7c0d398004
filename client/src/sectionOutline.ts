import type { OutlineSection } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { Reports } from './reports.ts'

const icons: Readonly<Record<OutlineSection['state'], vscode.ThemeIcon>> = {
  complete: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  empty: new vscode.ThemeIcon('circle-large-outline'),
  missing: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('list.warningForeground')),
}

/** The sections of the report in front: those that are there and those that are missing. */
export class SectionOutline implements vscode.TreeDataProvider<OutlineSection>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #reports: Reports
  readonly #subscription: vscode.Disposable
  readonly onDidChangeTreeData = this.#changed.event

  constructor(reports: Reports) {
    this.#reports = reports
    this.#subscription = reports.onDidChange(() => this.#update())
    this.#update()
  }

  getChildren(parent?: OutlineSection): OutlineSection[] {
    return parent === undefined ? [...(this.#reports.active.outline?.sections ?? [])] : []
  }

  getTreeItem(section: OutlineSection): vscode.TreeItem {
    const item = new vscode.TreeItem(section.title)
    const description = describe(section)
    return Object.assign(item, {
      description,
      iconPath: icons[section.state],
      contextValue: section.state,
      tooltip: section.state === 'missing' ? `Insert the section "${section.title}"` : section.title,
      accessibilityInformation: { label: `${section.title}, ${description}` },
      command: toCommand(section),
    })
  }

  dispose(): void {
    this.#subscription.dispose()
    this.#changed.dispose()
  }

  /** The view is there for reports only; a context key shows and hides it. */
  #update(): void {
    void vscode.commands.executeCommand(
      'setContext',
      'postmortem.hasReport',
      this.#reports.active.outline !== null,
    )
    this.#changed.fire()
  }
}

function describe({ state, words }: OutlineSection): string {
  if (state !== 'complete') return state
  return words === 1 ? '1 word' : `${words} words`
}

function toCommand({ id, range }: OutlineSection): vscode.Command {
  return range === null
    ? { command: 'postmortem.insertSection', title: 'Insert Section', arguments: [id] }
    : { command: 'postmortem.revealSection', title: 'Go to Section', arguments: [range] }
}
