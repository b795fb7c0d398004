import type { OutlineSection } from '@postmortem/shared/outline'
import type { Position } from '@postmortem/shared/position'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { PlaceholderFilling } from '../filling/placeholderFilling.ts'
import { type OutlineNode, startOf } from '../outline/outlineLabels.ts'
import type { Reports } from '../reports.ts'
import type { ServerGuard } from '../serverGuard.ts'
import { showText } from '../showText.ts'
import { checkReport } from './checkReport.ts'
import { convertTimeZone } from './convertTimeZone.ts'
import { copySummary } from './copySummary.ts'
import { createConfiguration } from './createConfiguration.ts'
import { deriveTemplate } from './deriveTemplate.ts'
import { fillGap } from './fillGap.ts'
import { goToPlaceholder } from './goToPlaceholder.ts'
import { goToReport } from './goToReport.ts'
import { insertMissingSections, insertSection } from './insertSections.ts'
import { insertTimestamp } from './insertTimestamp.ts'
import { moveSection } from './moveSection.ts'
import { newEntry } from './newEntry.ts'
import { NewPostmortem } from './newPostmortem.ts'
import { pasteTimeline } from './pasteTimeline.ts'
import { revealLine } from './revealLine.ts'
import { revealSection } from './revealSection.ts'
import { saveConfiguration } from './saveConfiguration.ts'
import { selectTemplate } from './selectTemplate.ts'
import { showTimeline } from './showTimeline.ts'
import { sortTimeline } from './sortTimeline.ts'
import { WorkspaceCheck } from './workspace/checkWorkspace.ts'
import { fixWorkspace } from './workspace/fixWorkspace.ts'

/** Registers every command of the extension, including those of the outline's menu. */
export function registerCommands(
  client: BaseLanguageClient,
  reports: Reports,
  guard: ServerGuard,
  extension: vscode.Uri,
): readonly vscode.Disposable[] {
  const workspaceCheck = new WorkspaceCheck(client)
  const filling = new PlaceholderFilling(client)
  const newPostmortem = new NewPostmortem(client, reports)
  const insertFromOutline = (node: OutlineNode): Promise<void> | undefined => {
    if (node.kind === 'gap') return fillGap(client, node)
    return node.kind === 'section' ? insertSection(client, node.id) : undefined
  }
  const goFromOutline = (node: OutlineNode): Promise<void> | undefined => {
    const start = startOf(node)
    return start && revealSection(reports, start)
  }
  const inReport: Commands = {
    insertSection: (id?: string) => insertSection(client, id),
    insertMissingSections: () => insertMissingSections(client),
    fillGap: (node: OutlineNode & { kind: 'gap' }) => fillGap(client, node),
    insertTimestamp: () => insertTimestamp(client, 'utc'),
    insertLocalTimestamp: () => insertTimestamp(client, 'report'),
    newEntry: (time?: string) => newEntry(client, reports, time),
    nextPlaceholder: () => goToPlaceholder(client, filling, 'next'),
    previousPlaceholder: () => goToPlaceholder(client, filling, 'previous'),
    copySummary: () => copySummary(client),
    checkReport: () => checkReport(client),
    sortTimeline: () => sortTimeline(client),
    convertTimeZone: (zone?: string) => convertTimeZone(client, zone),
    pasteTimeline: () => pasteTimeline(client),
    showTimeline: () => void showTimeline(client, extension),
    'outline.insert': insertFromOutline,
  }
  const anywhere: Commands = {
    new: (template?: string) => newPostmortem.run(template),
    checkWorkspace: () => workspaceCheck.run(),
    fixWorkspace: () => fixWorkspace(client),
    deriveTemplate: (folder?: vscode.Uri) => deriveTemplate(client, reports, folder),
    selectTemplate: (template?: string) => selectTemplate(client, template),
    revealLine,
    saveConfiguration,
    revealSection: (place: Position) => revealSection(reports, place),
    moveSectionUp: (section?: OutlineSection) => moveSection(client, reports, 'up', section),
    moveSectionDown: (section?: OutlineSection) => moveSection(client, reports, 'down', section),
    moveSectionToItsPlace: (section?: OutlineSection) =>
      moveSection(client, reports, 'to-its-place', section),
    goToReport: () => goToReport(reports),
    'outline.go': goFromOutline,
  }
  const register = (commands: Commands, runWith: (run: Run) => unknown) =>
    Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`postmortem.${name}`, (...values) =>
        runWith(() => run(...(values as never[]))),
      ),
    )
  const runInReport = async (run: Run) => {
    await bringForward(reports)
    return run()
  }
  return [
    workspaceCheck,
    filling,
    ...register(inReport, (run) => guard.run(() => runInReport(run))),
    ...register(anywhere, guard.run),
    ...register({ createConfiguration }, (run) => run()),
  ]
}

type Run = () => unknown

type Commands = Readonly<Record<string, (...values: never[]) => unknown>>

/** Commands change a report in its text editor, even while its preview is in front. */
async function bringForward({ front }: Reports): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri
  if (front !== undefined && active?.toString() !== front.toString()) await showText(front)
}
