import type { Range } from './position.ts'

/** Client to server, when something is selected in a report: how many words that is, counted as all others are. */
export namespace CountSelectionRequest {
  export const method = 'postmortem/countSelection'

  export interface Params {
    readonly uri: string
    readonly ranges: readonly Range[]
  }

  /** `null`: the document is not a report. */
  export type Result = number | null
}
