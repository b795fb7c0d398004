import type { OutlineSection } from '@postmortem/shared/outline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { moveSection } from '../commands/moveSection.ts'
import { isMarkdown } from '../documents.ts'
import type { ReportState, Reports } from '../reports.ts'
import { createDragAndDrop } from './outlineDrag.ts'
import { countPlaces, describeNode, type OutlineNode, startOf } from './outlineLabels.ts'
import { childAt, sectionAt } from './outlinePlaces.ts'

const icons = {
  complete: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  incomplete: new vscode.ThemeIcon('circle-large-filled', new vscode.ThemeColor('list.warningForeground')),
  empty: new vscode.ThemeIcon('circle-large-outline'),
  missing: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('list.warningForeground')),
  field: new vscode.ThemeIcon('symbol-field'),
  entry: new vscode.ThemeIcon('clock'),
  open: new vscode.ThemeIcon('circle-outline'),
  done: new vscode.ThemeIcon('check'),
  gap: new vscode.ThemeIcon('add', new vscode.ThemeColor('list.warningForeground')),
}

/**
 * The outline view: the sections of the report in front, their contents, and what is missing. Its selection
 * follows the cursor. The view is visible while any report is open; while another document is in front, it is
 * empty and the editor shows its welcome text.
 */
export class SectionOutline implements vscode.TreeDataProvider<OutlineNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #reports: Reports
  readonly #view: vscode.TreeView<OutlineNode>
  readonly #subscriptions: vscode.Disposable[]
  /** The ids of expanded sections. They are tracked here because the editor cannot be asked. */
  readonly #expanded = new Set<string>()
  readonly onDidChangeTreeData = this.#changed.event
  readonly dragAndDrop: vscode.TreeDragAndDropController<OutlineNode>

  constructor(client: BaseLanguageClient, reports: Reports) {
    this.#reports = reports
    this.dragAndDrop = createDragAndDrop(
      (node) => this.#sectionOf(node),
      (section, place) => moveSection(client, reports, place, section),
    )
    this.#view = vscode.window.createTreeView('postmortem.outline', {
      treeDataProvider: this,
      dragAndDropController: this.dragAndDrop,
    })
    this.#subscriptions = [
      this.#changed,
      this.#view,
      reports.onDidChange(() => this.#update()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      this.#view.onDidExpandElement(({ element }) => this.#expanded.add(this.#identify(element))),
      this.#view.onDidCollapseElement(({ element }) => this.#expanded.delete(this.#identify(element))),
      this.#view.onDidChangeVisibility(() => this.#follow(vscode.window.activeTextEditor)),
    ]
    this.#update()
  }

  getChildren(parent?: OutlineNode): OutlineNode[] {
    if (parent === undefined) return [...this.#sections]
    return parent.kind === 'section' ? [...parent.children] : []
  }

  getParent(node: OutlineNode): OutlineSection | undefined {
    return node.kind === 'section' ? undefined : this.#sectionOf(node)
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const { label, description, tooltip, spoken } = describeNode(node)
    return Object.assign(new vscode.TreeItem(label, this.#collapsible(node)), {
      id: this.#identify(node),
      description,
      tooltip,
      iconPath: icons[iconOf(node)],
      contextValue: contextOf(node),
      accessibilityInformation: { label: spoken },
      command: toCommand(node),
    })
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  get #sections(): readonly OutlineSection[] {
    return this.#reports.active.outline?.sections ?? []
  }

  #collapsible(node: OutlineNode): vscode.TreeItemCollapsibleState {
    return node.kind === 'section' && node.children.length > 0
      ? vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.None
  }

  #sectionOf(node: OutlineNode): OutlineSection | undefined {
    return node.kind === 'section' ? node : this.#sections.find(({ children }) => children.includes(node))
  }

  /** An item that keeps its id stays expanded or selected when the outline changes. */
  #identify(node: OutlineNode): string {
    const section = this.#sectionOf(node)
    if (section === undefined) return ''
    const own = `${section.id} ${this.#sections.filter(({ id }) => id === section.id).indexOf(section)}`
    return node.kind === 'section' ? own : `${own} ${section.children.indexOf(node)}`
  }

  /** Context keys show and hide the view, and enable the commands. */
  #update(): void {
    const { active, hasOpen } = this.#reports
    const { outline } = active
    const document = vscode.window.activeTextEditor?.document
    setContext('hasReport', outline !== null)
    setContext('hasOpenReport', hasOpen)
    setContext('hasMarkdown', document !== undefined && isMarkdown(document))
    this.#view.description = describeReport(active)
    this.#changed.fire()
    this.#follow(vscode.window.activeTextEditor)
  }

  /** Selects the item at the cursor, without expanding sections or taking the focus. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (!this.#view.visible || editor === undefined || editor !== vscode.window.activeTextEditor) return
    if (editor.document.uri.toString() !== this.#reports.front?.toString()) return
    const { active } = editor.selection
    const section = sectionAt(active, this.#sections)
    if (section === undefined) return
    const child = this.#expanded.has(this.#identify(section)) ? childAt(active, section) : undefined
    // The outline may change before the view finds the item; the next change reveals it then.
    this.#view.reveal(child ?? section, { select: true, focus: false }).then(undefined, () => {})
  }
}

/** `SEV2 · Holberton · 9 of 31 filled in` */
function describeReport({ outline, count }: ReportState): string {
  if (outline === null) return ''
  const places = count?.places ?? null
  const progress = places === null ? [] : [countPlaces(places)]
  return [...outline.headline, outline.template, ...progress].join(' · ')
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `postmortem.${key}`, value)
}

/** The `when` clauses of the menu test these values. */
function contextOf(node: OutlineNode): string {
  if (node.kind !== 'section') return node.kind
  return [`section.${node.state}`, ...node.moves.map((move) => `move.${move}`)].join(' ')
}

function iconOf(node: OutlineNode): keyof typeof icons {
  if (node.kind === 'section') return node.state
  if (node.kind === 'task') return node.done ? 'done' : 'open'
  return node.kind
}

function toCommand(node: OutlineNode): vscode.Command {
  if (node.kind === 'gap')
    return { command: 'postmortem.fillGap', title: vscode.l10n.t('Insert'), arguments: [node] }
  if (node.kind === 'section' && node.range === null)
    return {
      command: 'postmortem.insertSection',
      title: vscode.l10n.t('Insert Section'),
      arguments: [node.id],
    }
  return { command: 'postmortem.revealSection', title: vscode.l10n.t('Go To'), arguments: [startOf(node)] }
}
