import type { Sentence } from '../messages/sentence.ts'

/** UTF-16 offsets into the text that the problem is in, `end` excluded. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What is wrong in a configuration file. With an error in it, a file does not take effect as a whole. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'information'
  readonly range: Range
  readonly message: Sentence
  /** What the range should say, where that is plain. */
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
