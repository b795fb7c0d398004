import type { SnippetEdit } from './edits.ts'
import type { Range } from './position.ts'

export interface SectionChoice {
  readonly id: string
  readonly title: string
  readonly guidance: string
  readonly required: boolean
}

/**
 * Client to server: asks for the template's sections that the report does not have, optional ones included.
 */
export namespace AbsentSectionsRequest {
  export const method = 'postmortem/absentSections'

  export interface Params {
    readonly uri: string
  }

  export type Result = readonly SectionChoice[]
}

/** Client to server: asks for the edit that inserts the sections with these ids, or all missing ones. */
export namespace InsertSectionsRequest {
  export const method = 'postmortem/insertSections'

  export interface Params {
    readonly uri: string
    readonly sections: readonly string[] | 'all-missing'
  }

  /** Null if there is nothing to insert. */
  export type Result = SnippetEdit | null
}

/** Client to server: asks for the present time, written the way the report writes times. */
export namespace TimestampRequest {
  export const method = 'postmortem/timestamp'

  export interface Params {
    readonly uri: string
    readonly at: Range['start']
    readonly zone: 'utc' | 'report'
  }

  /** Null if the report states no time zone. */
  export type Result = string | null
}

/** Client to server: asks for the edit that inserts an entry into the timeline in chronological order. */
export namespace NewEntryRequest {
  export const method = 'postmortem/newEntry'

  export interface Params {
    readonly uri: string
    /** As typed; may be followed by what happened. */
    readonly time: string
  }

  export type Result =
    | { readonly kind: 'inserted'; readonly edit: SnippetEdit }
    | { readonly kind: 'refused'; readonly reason: string }
}

/** Client to server: asks for the ranges of all placeholders that are left. */
export namespace PlaceholdersRequest {
  export const method = 'postmortem/placeholders'

  export interface Params {
    readonly uri: string
  }

  export type Result = readonly Range[]
}

/** Client to server: asks for a summary of the report in a few lines of plain text, for a chat. */
export namespace SummaryRequest {
  export const method = 'postmortem/summary'

  export interface Params {
    readonly uri: string
    /** The path from the workspace folder; null for a report that is in none. */
    readonly path: string | null
    /** What the Git repository around the report says, for a link to it; null if there is none. */
    readonly repository: {
      readonly config: string
      readonly head: string
      /** From the root of the repository. */
      readonly path: string
    } | null
  }

  /** Null if the document is not a report. */
  export type Result = string | null
}
