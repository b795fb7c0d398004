/** Client to server: what is wrong with a document that is not open. */
export namespace CheckTextRequest {
  export const method = 'postmortem/checkText'

  export interface Params {
    readonly uri: string
    readonly text: string
  }

  /** Diagnostics as the protocol has them; `null`: the document is not a report. */
  export type Result<Diagnostic = unknown> = readonly Diagnostic[] | null
}

/** Client to server: why the document in front is a report, or is none, and what it is held against. */
export namespace StatusRequest {
  export const method = 'postmortem/status'

  export interface Params {
    readonly uri: string
  }

  /** `null`: nothing is known of the document. */
  export type Result = DocumentStatus | null
}

export interface DocumentStatus {
  readonly postmortem: boolean
  readonly reason: string
  readonly template: { readonly id: string; readonly name: string }
  /** The address of the configuration file that was found for it. */
  readonly configuration: string | null
}
