import type { Range } from './position.ts'
import type { SnippetEdit } from './protocol.ts'

/** What the commands of the client ask. All that knows of Markdown or of reports is on the server's side. */

export interface TemplateChoice {
  readonly id: string
  readonly name: string
  readonly description: string
}

/** Client to server: the templates to choose from. */
export namespace TemplatesRequest {
  export const method = 'postmortem/templates'

  /** A request without any would be answered without any. */
  export type Params = Readonly<Record<string, never>>

  export type Result = readonly TemplateChoice[]
}

/** Client to server: what a new report at this address could begin with; the template in force there goes first. */
export namespace BeginningsRequest {
  export const method = 'postmortem/beginnings'

  export interface Params {
    /** `null`: the report is in no folder. */
    readonly uri: string | null
  }

  export interface Result {
    readonly templates: readonly TemplateChoice[]
    readonly severities: readonly string[]
  }
}

/** Client to server: what somebody typed who was asked when an incident began or ended. */
export namespace MomentRequest {
  export const method = 'postmortem/moment'

  export interface Params {
    readonly text: string
    /** As it was answered before; the end is asked for. */
    readonly start: string | null
  }

  export type Result =
    /** In UTC, as `2026-03-14 09:05`; the note is for whoever typed it. */
    | { readonly kind: 'understood'; readonly moment: string; readonly note: string }
    | { readonly kind: 'refused'; readonly reason: string }
}

/** Client to server: the text of a new report; what is `null` stays a placeholder. */
export namespace NewReportRequest {
  export const method = 'postmortem/newReport'

  export interface Params {
    /** Where it is to be; `null`: in no folder. */
    readonly uri: string | null
    readonly template: string
    readonly title: string | null
    readonly severity: string | null
    /** In UTC, as `2026-03-14 09:05`. */
    readonly start: string | null
    readonly end: string | null
  }

  export interface Result {
    readonly text: string
    /** The same with a tab stop for each placeholder. */
    readonly snippet: string
    /** With the day of the start, or the present one, in UTC at its beginning. */
    readonly fileName: string
  }
}

export interface SectionChoice {
  readonly id: string
  readonly title: string
  readonly guidance: string
  readonly required: boolean
}

/** Client to server: the sections of the template that the report has not; those that it need not have, too. */
export namespace AbsentSectionsRequest {
  export const method = 'postmortem/absentSections'

  export interface Params {
    readonly uri: string
  }

  export type Result = readonly SectionChoice[]
}

/** Client to server: the present time, written as the report writes times. */
export namespace TimestampRequest {
  export const method = 'postmortem/timestamp'

  export interface Params {
    readonly uri: string
    readonly at: Range['start']
    readonly zone: 'utc' | 'report'
  }

  /** `null`: the report names no zone. */
  export type Result = string | null
}

/** Client to server: the edit that inserts an entry into the timeline, where it belongs in the order of time. */
export namespace NewEntryRequest {
  export const method = 'postmortem/newEntry'

  export interface Params {
    readonly uri: string
    readonly time: string
  }

  export type Result =
    | { readonly kind: 'inserted'; readonly edit: SnippetEdit }
    | { readonly kind: 'refused'; readonly reason: string }
}

/** Client to server: where something is still to be filled in. */
export namespace PlaceholdersRequest {
  export const method = 'postmortem/placeholders'

  export interface Params {
    readonly uri: string
  }

  export type Result = readonly Range[]
}

/** Client to server: the report in a few lines, for a chat. */
export namespace SummaryRequest {
  export const method = 'postmortem/summary'

  export interface Params {
    readonly uri: string
  }

  /** `null`: the document is not a report. */
  export type Result = string | null
}
