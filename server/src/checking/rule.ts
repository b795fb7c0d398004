import type { GenericSchema } from 'valibot'
import { strictObject } from 'valibot'
import type { Comparable, Library } from '../library/comparable.ts'
import type { Task } from '../library/incident.ts'
import type { Sentence } from '../messages/sentence.ts'
import type { Suppression } from '../postmortem/blocks/suppressions.ts'
import type { Edit, Passage, Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** One thing that can be wrong with a report. The rule's file, test and page are named after its id. */
export interface Rule<Options extends object = object> {
  readonly id: string
  /** One sentence that says how things should be. */
  readonly summary: string
  /**
   * For the rule's page, in Markdown: why the rule matters, when it reports nothing, and what its fixes do.
   */
  readonly explanation: string
  readonly severity: Severity | 'off'
  /** Other severities, by the id of the template. */
  readonly severityIn?: Readonly<Record<string, Severity | 'off'>>
  /** Other severities, by a demand of the configuration. They win over the template. */
  readonly severityWhen?: Readonly<Partial<Record<Demand, Severity>>>
  /** The rule judges the author's own words, so it skips sections that still contain placeholders. */
  readonly waitsForAuthor?: true
  /** Every option has a default, so that `{}` is valid. */
  readonly options: GenericSchema<unknown, Options>
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] }
  check(report: Report, context: RuleContext<Options>): readonly Problem[]
  /** For rules about the comments that suppress findings. Runs after `check` of all rules. */
  checkSuppressions?(report: Report, use: SuppressionUse): readonly Problem[]
  /**
   * For rules that compare reports, where those of a folder or a workspace are checked together. Called for each
   * incident; its problems have no fixes but a remedy, because the text is no longer known. What is computed of the library is
   * to be kept with it (`perObject`), so that all calls together take no more than linear time.
   */
  compare?(incident: Comparable, library: Library, options: Options): readonly Problem[]
}

/** The effect of the comments that suppress findings. */
export interface SuppressionUse {
  /** Every known rule, active or not. */
  readonly ruleIds: readonly string[]
  /** Returns whether the comment, or the given one of its rules, suppressed a finding or may yet do so. */
  readonly isUsed: (suppression: Suppression, rule: Passage | null) => boolean
}

/** A setting of the configuration that makes some rules matter more. */
export type Demand = 'audience: public' | `require: ${'owner' | 'due' | 'ticket'}`

export interface RuleContext<Options extends object> {
  readonly options: Options
  readonly isPast: Clock
  readonly hasFile: FileLookup
  /** True if the rule with this id is on, so that a fix may do what that rule asks for as well. */
  readonly isActive: (rule: string) => boolean
}

/**
 * Tells whether an instant, in milliseconds since 1970, is over. A rule cannot read the time itself, so it is known
 * until when its findings stay the same.
 */
export type Clock = (instant: number) => boolean

/** Takes a path relative to the report's folder. `unknown` means that nobody has looked for the file yet. */
export type FileLookup = (path: string) => boolean | 'unknown'

export const noOptions = strictObject({})

export interface Example {
  readonly text: string
  /** The other reports of the folder, by their files, for rules that compare reports. */
  readonly others?: Readonly<Record<string, string>>
  /** The messages of the rule's findings; empty for a good example. */
  readonly messages: readonly string[]
}

/** A finding that has no severity yet and is not translated yet. */
export interface Problem<Text = Sentence> {
  readonly message: Text
  /** If true, it is only an information: less certain, or less urgent, than the rule's other findings. */
  readonly mild?: true
  /** If true, it is reported only where the configuration has changed the severity of the rule. */
  readonly onDemand?: true
  readonly range: Range
  /** Other places that the message refers to. */
  readonly related?: readonly Related<Text>[]
  /** If true, the text in the range must not be shown anywhere else, not even as an excerpt. */
  readonly conceal?: boolean
  /** A getter where the edits take long to compute: most findings are only shown. */
  readonly fixes: readonly Fix<Text>[]
  /** What would do away with a problem that comparing reports has found. */
  readonly remedy?: Remedy<Text>
}

/** A change to one of several reports in words, because its text is no longer known where reports are compared. */
export interface Remedy<Text = Sentence> {
  readonly title: Text
  /** The report to change. */
  readonly file: string
  readonly change:
    | { readonly kind: 'relate'; readonly link: string }
    | { readonly kind: 'tick'; readonly task: Pick<Task, 'text' | 'line'> }
}

export interface Related<Text = Sentence> {
  readonly message: Text
  readonly range: Range
  /** Another report that the range is in; without it, it is in the report that is checked. */
  readonly file?: string
}

export interface Finding extends Problem<string> {
  readonly rule: string
  readonly severity: Severity
}

/** Hints show in the text only, so what is counted for a person leaves them out. */
export function isInProblems({ severity }: Finding): boolean {
  return severity !== 'hint'
}

export interface Fix<Text = Sentence> {
  readonly title: Text
  /** True for the fix that the author most likely wants; at most one per problem. */
  readonly preferred: boolean
  /** True if the fix may be applied without asking, together with other safe fixes. */
  readonly safe?: boolean
  readonly edits: readonly Edit[]
}
