import type { ListedTask, TaskUrgency } from '@postmortem/shared/incidents'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { shorten } from '../outline/outlineLabels.ts'
import type { IncidentLibrary } from './incidentLibrary.ts'
import { goTo, group } from './incidentTree.ts'
import { tickTask } from './tickTask.ts'

const { t } = vscode.l10n

type Node =
  | { readonly kind: 'urgency'; readonly urgency: TaskUrgency; readonly count: number }
  | { readonly kind: 'task'; readonly task: ListedTask; readonly urgency: TaskUrgency }

/** The view of all action items by their due days. Ticking one ticks its checkbox in the report. */
export class TaskTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #library: IncidentLibrary
  readonly #client: BaseLanguageClient
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #subscriptions: readonly vscode.Disposable[]
  readonly onDidChangeTreeData = this.#changed.event

  constructor(client: BaseLanguageClient, library: IncidentLibrary) {
    this.#library = library
    this.#client = client
    const view = vscode.window.createTreeView('postmortem.tasks', {
      treeDataProvider: this,
      manageCheckboxStateManually: true,
    })
    this.#subscriptions = [
      this.#changed,
      view,
      library.onDidChange(() => this.#changed.fire()),
      view.onDidChangeCheckboxState(({ items }) => this.tick(items)),
    ]
  }

  async getChildren(parent?: Node): Promise<Node[]> {
    if (parent === undefined) {
      const groups = await this.#library.groups()
      return (groups?.tasks ?? []).map((each): Node => ({ kind: 'urgency', ...each }))
    }
    if (parent.kind === 'task') return []
    const { urgency } = parent
    return (await this.#library.tasks(urgency)).map((task): Node => ({ kind: 'task', task, urgency }))
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'task') return toItem(node.task)
    const { urgency, count } = node
    return group(urgency, urgencyNames()[urgency], count, urgency !== 'done')
  }

  /** Does what the checkboxes of these items now say. */
  async tick(items: Iterable<readonly [Node, vscode.TreeItemCheckboxState]>): Promise<void> {
    for (const [node, state] of items) {
      if (node.kind === 'task')
        await tickTask(this.#client, node.task, state === vscode.TreeItemCheckboxState.Checked)
    }
    // If nothing came of it, the checkbox goes back to what the report says.
    this.#changed.fire()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }
}

function urgencyNames(): Readonly<Record<TaskUrgency, string>> {
  return { overdue: t('Overdue'), due: t('Due'), undated: t('Without a due date'), done: t('Done') }
}

/** Leaves room for the due day and the owner. */
const maxTextLength = 30

function toItem({
  uri,
  line,
  text,
  done,
  hasCheckbox,
  owner,
  due,
  ticket,
  incident,
}: ListedTask): vscode.TreeItem {
  const details = [due, owner, ticket].filter((each) => each !== null)
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState
  const spoken = [text, done ? t('done') : t('open'), ...details, incident].join(', ')
  return Object.assign(new vscode.TreeItem(details.length > 0 ? shorten(text, maxTextLength) : text), {
    id: `task ${uri} ${line} ${text}`,
    description: details.join(' · '),
    tooltip: [text, ...details, incident].join('\n'),
    accessibilityInformation: { label: spoken },
    contextValue: 'task',
    command: goTo(uri, line),
    ...(hasCheckbox && {
      checkboxState: {
        state: done ? Checked : Unchecked,
        tooltip: done ? t('Take the tick away in the report') : t('Tick in the report'),
        accessibilityInformation: { label: spoken },
      },
    }),
  })
}
