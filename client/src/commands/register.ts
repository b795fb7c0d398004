import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type OutlineNode, startOf } from '../outlineLabels.ts'
import type { Reports } from '../reports.ts'
import { WorkspaceCheck } from './checkWorkspace.ts'
import { copySummary } from './copySummary.ts'
import { createConfiguration } from './createConfiguration.ts'
import { fillGap } from './fillGap.ts'
import { goToPlaceholder } from './goToPlaceholder.ts'
import { insertMissingSections, insertSection } from './insertSections.ts'
import { insertTimestamp } from './insertTimestamp.ts'
import { newEntry } from './newEntry.ts'
import { newPostmortem } from './newPostmortem.ts'
import { revealSection } from './revealSection.ts'
import { selectTemplate } from './selectTemplate.ts'

/** Everything that a writer can ask for by name, and the entries of the outline's menu. */
export function registerCommands(client: BaseLanguageClient, reports: Reports): readonly vscode.Disposable[] {
  const workspaceCheck = new WorkspaceCheck(client)
  const insertFromOutline = (node: OutlineNode): Promise<void> | undefined => {
    if (node.kind === 'gap') return fillGap(client, node)
    return node.kind === 'section' ? insertSection(client, node.id) : undefined
  }
  const goFromOutline = (node: OutlineNode): Promise<void> | undefined => {
    const start = startOf(node)
    return start && revealSection(start)
  }
  const commands: Readonly<Record<string, (argument: never) => unknown>> = {
    insertSection: (id?: string) => insertSection(client, id),
    insertMissingSections: () => insertMissingSections(client),
    revealSection,
    fillGap: (node: OutlineNode & { kind: 'gap' }) => fillGap(client, node),
    new: (template?: string) => newPostmortem(client, template),
    insertTimestamp: () => insertTimestamp(client, 'utc'),
    insertLocalTimestamp: () => insertTimestamp(client, 'report'),
    newEntry: (time?: string) => newEntry(client, reports, time),
    nextPlaceholder: () => goToPlaceholder(client, 'next'),
    previousPlaceholder: () => goToPlaceholder(client, 'previous'),
    copySummary: () => copySummary(client),
    checkWorkspace: () => workspaceCheck.run(),
    createConfiguration,
    selectTemplate: (template?: string) => selectTemplate(client, template),
    'outline.insert': insertFromOutline,
    'outline.go': goFromOutline,
  }
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`postmortem.${name}`, run as (argument: unknown) => unknown),
  )
  return [workspaceCheck, ...registered]
}
