import type { Edit, Range, Report } from '../postmortem/report.ts'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** One thing that a report can be wrong about. The file, its test and its page bear the rule's id. */
export interface Rule {
  readonly id: string
  readonly summary: string
  readonly severity: Severity
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] }
  readonly check: (report: Report) => readonly Problem[]
}

export interface Example {
  readonly text: string
  /** The messages that the rule gives; none for a good example. */
  readonly messages: readonly string[]
}

/** What a rule found, before it has a severity. */
export interface Problem {
  readonly message: string
  readonly range: Range
  readonly fixes: readonly Fix[]
}

export interface Finding extends Problem {
  readonly rule: string
  readonly severity: Severity
}

export interface Fix {
  readonly title: string
  readonly preferred: boolean
  readonly edits: readonly Edit[]
}
