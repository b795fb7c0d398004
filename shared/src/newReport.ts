export interface TemplateChoice {
  readonly id: string
  readonly name: string
  readonly description: string
}

/** Client to server: asks for the templates to choose from. */
export namespace TemplatesRequest {
  export const method = 'postmortem/templates'

  /** Empty, but present: a request without parameters would reach its handler without any. */
  export type Params = Readonly<Record<string, never>>

  export type Result = readonly TemplateChoice[]
}

/**
 * Client to server: asks for the templates and severities of a new report at this URI. The template in force
 * there comes first.
 */
export namespace BeginningsRequest {
  export const method = 'postmortem/beginnings'

  export interface Params {
    /** Null if the report is in no folder. */
    readonly uri: string | null
  }

  export interface Result {
    readonly templates: readonly TemplateChoice[]
    readonly severities: readonly string[]
  }
}

/** Client to server: asks what moment a writer meant who was asked when an incident began or ended. */
export namespace MomentRequest {
  export const method = 'postmortem/moment'

  export interface Params {
    readonly text: string
    /** The answer to the earlier question if `text` is the end of the incident, else null. */
    readonly start: string | null
    /** The zone of a time that names none. */
    readonly zone: string
  }

  export type Result =
    /**
     * The moment is in UTC, such as `2026-03-14 09:05`; the note explains to the writer how the text was
     * read, and the zone is the one that the text names.
     */
    | {
        readonly kind: 'understood'
        readonly moment: string
        readonly zone: string | null
        readonly note: string
      }
    | { readonly kind: 'refused'; readonly reason: string }
}

/** Client to server: asks for the text of a new report. Whatever is null stays a placeholder. */
export namespace NewReportRequest {
  export const method = 'postmortem/newReport'

  export interface Params {
    /** The URI of a file in the report's folder; null if it is in no folder. */
    readonly uri: string | null
    readonly template: string
    readonly title: string | null
    readonly severity: string | null
    /** In UTC, such as `2026-03-14 09:05`. */
    readonly start: string | null
    readonly end: string | null
  }

  export interface Result {
    readonly text: string
    /** The same text with a tab stop for each placeholder. */
    readonly snippet: string
    /** Begins with the day of the start, or today, in UTC. */
    readonly fileName: string
  }
}
