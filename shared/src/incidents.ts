import type { Range } from './position.ts'

/**
 * Client to server, once there is a report, and when the writer asks: lists the Markdown files of the workspace, so
 * that the server reads those that it has not read. It is answered when they are read, or when it is cancelled.
 */
export namespace ReadIncidentsRequest {
  export const method = 'postmortem/readIncidents'

  export interface Params {
    readonly files: readonly ReportFile[]
  }

  export type Result = LibraryState
}

export interface ReportFile {
  readonly uri: string
  /** The path that is shown to the writer, with `/` between its parts. No two files share one. */
  readonly name: string
}

/** Client to server, once the files were listed: some of them changed on the disk, were created or deleted. */
export namespace ReportFilesNotification {
  export const method = 'postmortem/reportFiles'

  export interface Params {
    readonly changed: readonly ReportFile[]
    /** Files, or folders with all that is in them. */
    readonly deleted: readonly string[]
  }
}

/** Server to client, to read one of these files, which can be in any file system that the editor knows. */
export namespace ReportTextRequest {
  export const method = 'postmortem/reportText'

  export interface Params {
    readonly uri: string
  }

  /** The reason is a sentence for the writer. */
  export type Result = { readonly text: string } | { readonly unread: string }
}

/** Server to client: what the other requests answer is different now. */
export namespace IncidentsChangedNotification {
  export const method = 'postmortem/incidentsChanged'

  export type Params = LibraryState
}

export interface LibraryState {
  /** Documents that report on an incident, or on several. */
  readonly reports: number
  readonly files: number
  readonly filesRead: number
  readonly isReading: boolean
}

export interface IncidentFilter {
  readonly words: string
  readonly facets: readonly IncidentFacet[]
}

export interface IncidentFacet {
  readonly kind: 'severity' | 'service' | 'status' | 'tasks'
  /** As the reports write it; for `tasks` either `open` or `overdue`. */
  readonly value: string
}

/** Client to server: asks for the groups that are shown. */
export namespace IncidentGroupsRequest {
  export const method = 'postmortem/incidentGroups'

  export interface Params {
    readonly filter: IncidentFilter
  }

  export interface Result {
    /** The latest first; under the empty name those without a date. */
    readonly years: readonly { readonly year: string; readonly count: number }[]
    /** None of them is empty. */
    readonly tasks: readonly { readonly urgency: TaskUrgency; readonly count: number }[]
    readonly unread: readonly UnreadFile[]
  }
}

/** Client to server, when the writer filters: asks for what all incidents can be filtered by. */
export namespace IncidentFacetsRequest {
  export const method = 'postmortem/incidentFacets'

  /** By kind and then by name. */
  export type Result = readonly (IncidentFacet & { readonly count: number })[]
}

export type TaskUrgency = 'overdue' | 'due' | 'undated' | 'done'

export interface UnreadFile {
  readonly uri: string
  readonly name: string
  readonly reason: string
}

/** Client to server: asks for the incidents of a year, the latest first. */
export namespace IncidentsOfYearRequest {
  export const method = 'postmortem/incidentsOfYear'

  export interface Params {
    readonly filter: IncidentFilter
    readonly year: string
  }

  export type Result = readonly ListedIncident[]
}

export interface ListedIncident {
  readonly uri: string
  /** Counted from zero, as in the protocol. */
  readonly line: number
  readonly name: string
  /** Without the word that says what kind of document it is. */
  readonly title: string
  /** Values are as they are shown, with a tilde if they are only assumed; empty if they are not known. */
  readonly date: string
  readonly severity: string
  readonly status: string
  readonly services: string
  readonly duration: string
  readonly open: number
  readonly overdue: number
}

/** Client to server: asks for tasks by their due day, the earliest first. */
export namespace TasksRequest {
  export const method = 'postmortem/tasks'

  export interface Params {
    readonly filter: IncidentFilter
    readonly urgency: TaskUrgency
  }

  export type Result = readonly ListedTask[]
}

export interface ListedTask {
  readonly uri: string
  readonly line: number
  readonly text: string
  readonly done: boolean
  readonly hasCheckbox: boolean
  readonly owner: string | null
  readonly due: string | null
  readonly ticket: string | null
  /** The title of the incident. */
  readonly incident: string
}

/** Client to server: asks for the edit that ticks a task in an open report, or takes the tick away. */
export namespace TickTaskRequest {
  export const method = 'postmortem/tickTask'

  export interface Params {
    readonly uri: string
    readonly line: number
    readonly text: string
    readonly done: boolean
  }

  /** For exactly this version of the document; null if there is no such task. */
  export type Result = { readonly version: number; readonly range: Range; readonly text: string } | null
}

/** Client to server: asks for the page of all incidents. */
export namespace IncidentPageRequest {
  export const method = 'postmortem/incidentPage'

  export interface Result {
    readonly style: string
    readonly script: string
    /** HTML in which links carry the name and the line of a file, counted from one: `data-file`, `data-line`. */
    readonly body: string
  }
}
