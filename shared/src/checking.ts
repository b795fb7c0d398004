/** Client to server, when the workspace is checked: asks for the findings of a document, open or not. */
export namespace CheckTextRequest {
  export const method = 'postmortem/checkText'

  export interface Params {
    readonly uri: string
    readonly text: string
  }

  /** LSP diagnostics; null if the document is not a report. */
  export type Result<Diagnostic = unknown> = readonly Diagnostic[] | null
}

/**
 * Client to server, once the texts of a workspace have been checked: asks for what follows from comparing those of
 * them that are reports. The server forgets what it knows of all others.
 */
export namespace CompareReportsRequest {
  export const method = 'postmortem/compareReports'

  export interface Params {
    readonly uris: readonly string[]
  }

  /** For each report that has any. */
  export type Result<Diagnostic = unknown> = readonly {
    readonly uri: string
    /** LSP diagnostics. */
    readonly diagnostics: readonly Diagnostic[]
  }[]
}

/** Client to server, when all reports are fixed: asks for the edits that are safe to make in a document, open or not. */
export namespace FixTextRequest {
  export const method = 'postmortem/fixText'

  export type Params = CheckTextRequest.Params

  /** LSP text edits; null if the document is not a report. */
  export type Result<Edit = unknown> = readonly Edit[] | null
}

/** Client to server, for the command that checks the active report: asks to publish its findings as they are now. */
export namespace CheckReportRequest {
  export const method = 'postmortem/checkReport'

  export interface Params {
    readonly uri: string
  }

  /** The number of findings; null if the document is not a report. */
  export type Result = number | null
}

/**
 * Client to server, for the language status of the active document: asks whether and why it is a report, and
 * which template and configuration apply.
 */
export namespace StatusRequest {
  export const method = 'postmortem/status'

  export interface Params {
    readonly uri: string
  }

  /** Null if the document is not open. */
  export type Result = DocumentStatus | null
}

export interface DocumentStatus {
  readonly postmortem: boolean
  readonly reason: string
  readonly template: { readonly id: string; readonly name: string }
  /** Why the document is checked against that template, and how many of its required sections it has. */
  readonly yardstick: {
    readonly basis: 'chosen' | 'followed' | 'basic' | 'own-shape'
    readonly present: number
    readonly required: number
  }
  /** The URI of the configuration file that applies to the document. */
  readonly configuration: string | null
}
