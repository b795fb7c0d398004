import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Reports } from '../reports.ts'
import type { ServerGuard } from '../serverGuard.ts'
import { filterIncidents } from './filterIncidents.ts'
import { IncidentLibrary, noFilter } from './incidentLibrary.ts'
import { IncidentsPanel } from './incidentsPanel.ts'
import { IncidentTree } from './incidentTree.ts'
import { ReportFiles } from './reportFiles.ts'
import { TaskTree } from './taskTree.ts'

export interface Incidents {
  readonly tree: IncidentTree
  readonly tasks: TaskTree
  readonly subscriptions: readonly vscode.Disposable[]
}

/** The views of all incidents and tasks of the workspace, their commands, and the page. */
export function createIncidents(
  client: BaseLanguageClient,
  reports: Reports,
  guard: ServerGuard,
  extension: vscode.Uri,
): Incidents {
  const files = new ReportFiles(client)
  const library = new IncidentLibrary(client, files, reports)
  const panel = new IncidentsPanel(library, extension)
  const tree = new IncidentTree(library)
  const tasks = new TaskTree(client, library)
  const commands: Readonly<Record<string, () => unknown>> = {
    showIncidents: () => panel.show(),
    'incidents.filter': () => filterIncidents(library),
    'incidents.clearFilter': () => {
      library.filter = noFilter
    },
    'incidents.refresh': () => library.whenRead(library.refresh()),
    'incidents.stop': () => library.stop(),
  }
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`postmortem.${name}`, () => guard.run(run)),
  )
  return { tree, tasks, subscriptions: [files, library, panel, tree, tasks, ...registered] }
}
