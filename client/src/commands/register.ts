import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type OutlineNode, startOf } from '../outlineLabels.ts'
import type { Reports } from '../reports.ts'
import type { ServerGuard } from '../serverGuard.ts'
import { WorkspaceCheck } from './checkWorkspace.ts'
import { convertTimeZone } from './convertTimeZone.ts'
import { copySummary } from './copySummary.ts'
import { createConfiguration } from './createConfiguration.ts'
import { fillGap } from './fillGap.ts'
import { goToPlaceholder } from './goToPlaceholder.ts'
import { insertMissingSections, insertSection } from './insertSections.ts'
import { insertTimestamp } from './insertTimestamp.ts'
import { newEntry } from './newEntry.ts'
import { newPostmortem } from './newPostmortem.ts'
import { pasteTimeline } from './pasteTimeline.ts'
import { revealLine } from './revealLine.ts'
import { revealSection } from './revealSection.ts'
import { selectTemplate } from './selectTemplate.ts'
import { showTimeline } from './showTimeline.ts'
import { sortTimeline } from './sortTimeline.ts'

/** Everything that a writer can ask for by name, and the entries of the outline's menu. */
export function registerCommands(
  client: BaseLanguageClient,
  reports: Reports,
  guard: ServerGuard,
  extension: vscode.Uri,
): readonly vscode.Disposable[] {
  const workspaceCheck = new WorkspaceCheck(client)
  const insertFromOutline = (node: OutlineNode): Promise<void> | undefined => {
    if (node.kind === 'gap') return fillGap(client, node)
    return node.kind === 'section' ? insertSection(client, node.id) : undefined
  }
  const goFromOutline = (node: OutlineNode): Promise<void> | undefined => {
    const start = startOf(node)
    return start && revealSection(start)
  }
  const commands: Readonly<Record<string, (...values: never[]) => unknown>> = {
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
    revealLine,
    sortTimeline: () => sortTimeline(client),
    convertTimeZone: (zone?: string) => convertTimeZone(client, zone),
    pasteTimeline: () => pasteTimeline(client),
    showTimeline: () => void showTimeline(client, extension),
    selectTemplate: (template?: string) => selectTemplate(client, template),
    'outline.insert': insertFromOutline,
    'outline.go': goFromOutline,
  }
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`postmortem.${name}`, (...values) =>
      runWith(guard, () => run(...(values as never[]))),
    ),
  )
  return [workspaceCheck, ...registered]
}

/** A command waits for the server. Where there will be none, its user is told so and not how the command failed. */
async function runWith(guard: ServerGuard, run: () => unknown): Promise<unknown> {
  const wasLost = guard.isLost()
  try {
    return await run()
  } catch (error) {
    if (!guard.isLost()) throw error
    if (wasLost) void guard.tell()
    return undefined
  }
}
