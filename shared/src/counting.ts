import type { Range } from './position.ts'

/** Server to client, after a document was opened, edited or reconfigured, if a count changed. */
export namespace WordCountNotification {
  export const method = 'postmortem/wordCount'

  export interface Params {
    readonly uri: string
    readonly version: number
    /** Null if the document is not a postmortem and no count should be shown. */
    readonly count: WordCount | null
  }
}

export interface WordCount {
  readonly words: number
  /** The length that the template asks for; null if it asks for none. */
  readonly range: { readonly min: number; readonly max: number } | null
  readonly sections: readonly { readonly title: string; readonly words: number }[]
  /** The places of the template that the author has filled in; null if none is left, or it is not followed. */
  readonly places: { readonly filled: number; readonly total: number } | null
}

/**
 * Client to server, when text is selected in a report: asks for its word count, by the rules of all other
 * counts.
 */
export namespace CountSelectionRequest {
  export const method = 'postmortem/countSelection'

  export interface Params {
    readonly uri: string
    readonly ranges: readonly Range[]
  }

  /** Null if the document is not a report. */
  export type Result = number | null
}
