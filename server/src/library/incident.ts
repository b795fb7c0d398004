import type { Sentence } from '../messages/sentence.ts'
import type { Measure } from './measures.ts'

/** One incident as the table of a team's incidents shows it: plain data, so that it can be kept and sent. */
export interface Incident {
  /** The path of the report as a reader would write it, with `/` between its parts. */
  readonly file: string
  /** The line of the title, counted from 1, as are all lines here. */
  readonly line: number
  readonly title: string
  readonly id: Known<string> | null
  /** The day on which it started: `2024-05-10`. */
  readonly date: Known<string> | null
  readonly severity: Known<string> | null
  readonly status: Known<string> | null
  readonly services: readonly Known<string>[]
  readonly trigger: Known<string> | null
  readonly causes: readonly Known<string>[]
  readonly related: readonly Known<string>[]
  readonly isNearMiss: boolean
  /** All durations are in minutes. */
  readonly duration: Known<number> | null
  readonly timeToDetect: Known<number> | null
  readonly timeToMitigate: Known<number> | null
  readonly timeToResolve: Known<number> | null
  readonly tasks: readonly Task[]
  readonly words: number
  /** Null if the report was only read, and not checked. */
  readonly findings: number | null
  /** What the report does not say in a way that can be relied on, and why. */
  readonly unread: readonly Unread[]
  /** The words that tell what it was about, for finding incidents that are alike. */
  readonly text: string
}

/** A value with the line that it comes from. */
export interface Known<Value> {
  readonly value: Value
  readonly line: number
  /** `assumed` if it follows from something else, or from a sentence that only probably means it. */
  readonly certainty: 'certain' | 'assumed'
}

export interface Task {
  readonly text: string
  readonly line: number
  readonly done: boolean
  /** True if a checkbox says whether it is done, so that an editor can tick it. */
  readonly hasCheckbox: boolean
  readonly owner: string | null
  /** As written. */
  readonly due: string | null
  /** Days since 1 January 1970; null if the date as written is not one certain day. */
  readonly dueDay: number | null
  /** The same; null unless the report can say that it is done, and does not. */
  readonly deadline: number | null
  readonly ticket: string | null
}

export interface Unread {
  readonly column: 'date' | Measure
  readonly line: number | null
  readonly reason: Sentence
}
