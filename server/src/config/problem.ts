import type { Sentence } from '../messages/sentence.ts'

/** UTF-16 offsets into the text that has the problem; `end` is exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A problem in a configuration file. While a file has an error, its last valid version stays in force. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'information'
  readonly range: Range
  readonly message: Sentence
  /** The text that should replace the range, if it is obvious. */
  readonly replacement: string | null
}

export function error(range: Range, message: Sentence, replacement: string | null = null): Problem {
  return { severity: 'error', range, message, replacement }
}

export function warning(range: Range, message: Sentence, replacement: string | null = null): Problem {
  return { severity: 'warning', range, message, replacement }
}

export function information(range: Range, message: Sentence): Problem {
  return { severity: 'information', range, message, replacement: null }
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
