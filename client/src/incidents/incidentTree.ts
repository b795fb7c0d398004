import type { ListedIncident, UnreadFile } from '@postmortem/shared/incidents'
import * as vscode from 'vscode'
import { shorten } from '../outline/outlineLabels.ts'
import { describeFilter } from './filterIncidents.ts'
import type { IncidentLibrary } from './incidentLibrary.ts'

const { t } = vscode.l10n

type Node =
  | { readonly kind: 'year'; readonly year: string; readonly count: number; readonly isFirst: boolean }
  | { readonly kind: 'incident'; readonly incident: ListedIncident }
  | { readonly kind: 'unread'; readonly files: readonly UnreadFile[] }
  | { readonly kind: 'file'; readonly file: UnreadFile }

/** The view of all incidents, by year. It asks the server for those of a year once that year is open. */
export class IncidentTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #library: IncidentLibrary
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #view: vscode.TreeView<Node>
  readonly #subscriptions: readonly vscode.Disposable[]
  readonly onDidChangeTreeData = this.#changed.event

  constructor(library: IncidentLibrary) {
    this.#library = library
    this.#view = vscode.window.createTreeView('postmortem.incidents', {
      treeDataProvider: this,
      showCollapseAll: true,
    })
    this.#subscriptions = [this.#changed, this.#view, library.onDidChange(() => this.#update())]
  }

  async getChildren(parent?: Node): Promise<Node[]> {
    if (parent === undefined) return this.#groups()
    if (parent.kind === 'year')
      return (await this.#library.incidentsOf(parent.year)).map((incident) => ({
        kind: 'incident',
        incident,
      }))
    return parent.kind === 'unread' ? parent.files.map((file) => ({ kind: 'file', file })) : []
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'year': {
        const label = node.year === '' ? t('Without a date') : node.year
        return group(`year ${node.year}`, label, node.count, node.isFirst)
      }
      case 'incident':
        return toItem(node.incident)
      case 'unread': {
        const item = group('unread', t('Could not be read'), node.files.length, false)
        return Object.assign(item, { iconPath: new vscode.ThemeIcon('warning') })
      }
      case 'file': {
        const { uri, name, reason } = node.file
        return Object.assign(new vscode.TreeItem(name), {
          id: `unread ${uri}`,
          description: reason,
          tooltip: `${name}\n${reason}`,
          accessibilityInformation: { label: `${name}, ${reason}` },
          command: { command: 'vscode.open', title: t('Go To'), arguments: [vscode.Uri.parse(uri)] },
        })
      }
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #groups(): Promise<Node[]> {
    const groups = await this.#library.groups()
    if (groups === undefined) return []
    const { years, unread } = groups
    return [
      ...years.map((each, index): Node => ({ kind: 'year', ...each, isFirst: index === 0 })),
      ...(unread.length === 0 ? [] : [{ kind: 'unread', files: unread } as const]),
    ]
  }

  #update(): void {
    const { state, filter } = this.#library
    const { isReading, files, filesRead } = state
    const isStopped = !isReading && filesRead < files
    this.#view.description = describeFilter(filter)
    this.#view.message = isStopped
      ? t('Only {0} of {1} files were read. Refresh to read the others.', filesRead, files)
      : ''
    this.#changed.fire()
  }
}

/** Leaves room for severity, duration and tasks in a side bar of the usual width. */
const maxTitleLength = 26

function toItem(incident: ListedIncident): vscode.TreeItem {
  const { uri, name, line, title, date, severity, status, services, duration, open, overdue } = incident
  const tasks = countTasks(open, overdue)
  const isStated = (text: string) => text !== ''
  // The year is that of the group.
  const day = date.replace(/\d{4}-/, '')
  const all = [date, severity, duration, tasks, services, status].filter(isStated)
  return Object.assign(
    new vscode.TreeItem([day, shorten(title, maxTitleLength)].filter(isStated).join(' ')),
    {
      id: `incident ${uri} ${line}`,
      description: [severity, duration, tasks].filter(isStated).join(' · '),
      tooltip: [title, ...all, name].join('\n'),
      iconPath: new vscode.ThemeIcon(
        overdue > 0 ? 'circle-large-filled' : open > 0 ? 'circle-large-outline' : 'pass',
        overdue > 0 ? new vscode.ThemeColor('list.warningForeground') : undefined,
      ),
      accessibilityInformation: { label: [title, ...all].join(', ') },
      contextValue: 'incident',
      command: goTo(uri, line),
    },
  )
}

function countTasks(open: number, overdue: number): string {
  if (open === 0) return ''
  return overdue === 0 ? t('{0} open', open) : t('{0} open, {1} overdue', open, overdue)
}

export function goTo(uri: string, line: number): vscode.Command {
  return { command: 'postmortem.revealLine', title: t('Go To'), arguments: [uri, { line, character: 0 }] }
}

export function group(id: string, label: string, count: number, isOpen: boolean): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState
  return Object.assign(new vscode.TreeItem(label, isOpen ? Expanded : Collapsed), {
    id,
    description: String(count),
    accessibilityInformation: { label: `${label}, ${count}` },
  })
}
