import type { Words } from './configuredWords.ts'

/** What only the caller knows about a report. */
export interface Origin {
  readonly file: string
  /** Null if the report was not checked. */
  readonly findings: number | null
  /** The words of the team, by which triggers, causes and services are recognised in the text. */
  readonly words: Words
  /** The line of an offset, counted from 1. */
  readonly lineAt: (offset: number) => number
}
