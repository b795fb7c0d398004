import {
  IncidentFacetsRequest,
  type IncidentFilter,
  IncidentGroupsRequest,
  IncidentPageRequest,
  IncidentsOfYearRequest,
  type ListedIncident,
  type ListedTask,
  ReadIncidentsRequest,
  ReportFilesNotification,
  TasksRequest,
  TickTaskRequest,
} from '@postmortem/shared/incidents'
import type { CancellationToken } from 'vscode-languageserver'
import { type Browsed, browse } from '../../library/browse.ts'
import { countFacets } from '../../library/filter.ts'
import type { Incident } from '../../library/incident.ts'
import { show } from '../../library/output/cells.ts'
import type { ListedTask as LibraryTask } from '../../library/taskList.ts'
import { countUrgencies, halfDayOf } from '../../library/taskStates.ts'
import { tickTask } from '../../library/tickTask.ts'
import { shortDuration } from '../../time/repair/print.ts'
import { answer, answerLater, type Feature, type Host } from '../feature.ts'
import { toRange } from '../positions.ts'

/** A page that is written anew while somebody types has to stay small. */
const maxOnPage = 500

/** Answers the client's view of all incidents and tasks of the workspace, and its page. */
export const incidents: Feature = {
  capabilities: {},
  register: (host) => {
    const { connection, index } = host
    const find = createBrowser(host)
    const readReports = ({ files }: ReadIncidentsRequest.Params, token: CancellationToken) => {
      token.onCancellationRequested(() => index.stop())
      return index.read(files)
    }
    const listGroups = ({ filter }: IncidentGroupsRequest.Params): IncidentGroupsRequest.Result => {
      const { years, tasks } = find(filter)
      return {
        years: [...years].map(([year, { count }]) => ({ year, count })),
        tasks: [...tasks].flatMap(([urgency, { count }]) => (count === 0 ? [] : [{ urgency, count }])),
        unread: index.unread(),
      }
    }
    const listFacets = (): IncidentFacetsRequest.Result => countFacets(index.incidents(), host.now())
    const listYear = ({ filter, year }: IncidentsOfYearRequest.Params): IncidentsOfYearRequest.Result => {
      const uris = index.uris()
      const now = host.now()
      return (find(filter).years.get(year)?.list() ?? []).map((each) => toListedIncident(each, uris, now))
    }
    const listTasks = ({ filter, urgency }: TasksRequest.Params): TasksRequest.Result => {
      const uris = index.uris()
      return (find(filter).tasks.get(urgency)?.list() ?? []).map((each) => toListedTask(each, uris))
    }
    const tick = async ({
      uri,
      line,
      text,
      done,
    }: TickTaskRequest.Params): Promise<TickTaskRequest.Result> => {
      await host.documents.get(uri)?.whenConfigured
      const open = host.documents.get(uri)
      if (open === undefined) return null
      const { report, markdown } = open.document
      const lineAt = (offset: number) => markdown.positionAt(offset).line + 1
      const edit = tickTask(report, { text, line: line + 1 }, done, lineAt)
      return edit && { version: open.version, range: toRange(edit, open.positions), text: edit.text }
    }
    const writePage = async (): Promise<IncidentPageRequest.Result> => {
      const { writeParts } = await import('../../library/page/page.ts')
      return writeParts(index.incidents(), { now: host.now(), translate: host.translate, most: maxOnPage })
    }
    connection.onRequest(ReadIncidentsRequest.method, answerLater('Reading the reports', host, readReports))
    connection.onNotification(
      ReportFilesNotification.method,
      ({ changed, deleted }: ReportFilesNotification.Params) => index.change(changed, deleted),
    )
    connection.onRequest(IncidentGroupsRequest.method, answer('Listing incidents', host, listGroups))
    connection.onRequest(IncidentFacetsRequest.method, answer('Listing what to filter by', host, listFacets))
    connection.onRequest(IncidentsOfYearRequest.method, answer('Listing incidents', host, listYear))
    connection.onRequest(TasksRequest.method, answer('Listing tasks', host, listTasks))
    connection.onRequest<TickTaskRequest.Result, void>(
      TickTaskRequest.method,
      answerLater('Ticking a task', host, tick),
    )
    connection.onRequest<IncidentPageRequest.Result | null, void>(
      IncidentPageRequest.method,
      answerLater('Writing the page', host, writePage),
    )
  },
}

/** The views ask for one group after another, and the groups of one filter are found together. */
function createBrowser({ index, now }: Host): (filter: IncidentFilter) => Browsed {
  let last: { readonly incidents: readonly Incident[]; readonly key: string; readonly found: Browsed } | null
  last = null
  return (filter) => {
    const all = index.incidents()
    const time = now()
    const key = JSON.stringify([filter, halfDayOf(time)])
    if (last?.incidents !== all || last.key !== key)
      last = { incidents: all, key, found: browse(all, filter, time) }
    return last.found
  }
}

function toListedIncident(
  incident: Incident,
  uris: ReadonlyMap<string, string>,
  now: number,
): ListedIncident {
  const { overdue, due, undated } = countUrgencies(incident, now)
  return {
    uri: uris.get(incident.file) ?? '',
    line: incident.line - 1,
    name: incident.file,
    title: incident.title,
    date: show<string>(incident.date, String),
    severity: show<string>(incident.severity, String),
    status: show<string>(incident.status, String),
    services: incident.services.map((each) => show<string>(each, String)).join(', '),
    duration: show(incident.duration, shortDuration),
    open: overdue + due + undated,
    overdue,
  }
}

function toListedTask({ task, incident }: LibraryTask, uris: ReadonlyMap<string, string>): ListedTask {
  const { text, line, done, hasCheckbox, owner, due, ticket } = task
  return {
    uri: uris.get(incident.file) ?? '',
    line: line - 1,
    text,
    done,
    hasCheckbox,
    owner,
    due,
    ticket,
    incident: incident.title,
  }
}
