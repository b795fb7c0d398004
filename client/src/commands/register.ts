import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type OutlineNode, startOf } from '../outlineLabels.ts'
import type { Reports } from '../reports.ts'
import { fillGap } from './fillGap.ts'
import { insertMissingSections, insertSection } from './insertSections.ts'
import { revealSection } from './revealSection.ts'

/** Everything that a writer can ask for by name, and the entries of the outline's menu. */
export function registerCommands(client: BaseLanguageClient, reports: Reports): readonly vscode.Disposable[] {
  const insertFromOutline = (node: OutlineNode): Promise<void> | undefined => {
    if (node.kind === 'gap') return fillGap(client, node)
    return node.kind === 'section' ? insertSection(client, reports, node.id) : undefined
  }
  const goFromOutline = (node: OutlineNode): Promise<void> | undefined => {
    const start = startOf(node)
    return start && revealSection(start)
  }
  const commands: Readonly<Record<string, (argument: never) => unknown>> = {
    insertSection: (id?: string) => insertSection(client, reports, id),
    insertMissingSections: () => insertMissingSections(client),
    revealSection,
    fillGap: (node: OutlineNode & { kind: 'gap' }) => fillGap(client, node),
    'outline.insert': insertFromOutline,
    'outline.go': goFromOutline,
  }
  return Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`postmortem.${name}`, run as (argument: unknown) => unknown),
  )
}
