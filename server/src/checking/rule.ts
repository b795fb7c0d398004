import type { GenericSchema } from 'valibot'
import { strictObject } from 'valibot'
import type { Sentence } from '../messages/sentence.ts'
import type { Translate } from '../messages/translate.ts'
import type { Suppression } from '../postmortem/blocks/suppressions.ts'
import type { Edit, Passage, Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** One thing that a report can be wrong about. The file, its test and its page bear the rule's id. */
export interface Rule<Options extends object = object> {
  readonly id: string
  /** One sentence: how things should be. */
  readonly summary: string
  /** For the rule's page, in Markdown: why it matters, when it keeps silent, what its fixes do. */
  readonly explanation: string
  readonly severity: Severity | 'off'
  /** Templates, by id, that want another severity. */
  readonly severityIn?: Readonly<Record<string, Severity | 'off'>>
  /** What a configuration may demand that makes the rule matter more, whichever the template. */
  readonly severityWhen?: Readonly<Partial<Record<Demand, Severity>>>
  /** It judges what the author wrote, so it waits while a section still holds what the template left in it. */
  readonly waitsForAuthor?: true
  /** Every option has a default, so that `{}` is valid. */
  readonly options: GenericSchema<unknown, Options>
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] }
  check(report: Report, context: RuleContext<Options>): readonly Problem[]
  /** For a rule about the comments that silence rules: it speaks when it is known what each of them did. */
  checkSilence?(report: Report, use: SilenceUse): readonly Problem[]
}

/** What the comments that silence rules did. */
export interface SilenceUse {
  /** Every rule that there is, whether it is on or not. */
  readonly ruleIds: readonly string[]
  /** Whether the comment, or the one of its rules that is named, kept a finding quiet, or may have done so. */
  readonly isUsed: (suppression: Suppression, rule: Passage | null) => boolean
}

/** As a configuration says it. */
export type Demand = 'audience: public' | `require: ${'owner' | 'due' | 'ticket'}`

export interface RuleContext<Options extends object> {
  readonly options: Options
  /** The present, in milliseconds since 1970, for rules about the future. */
  readonly now: number
  readonly hasFile: FileLookup
}

/** Whether a file is there, by its path from the report's folder; `unknown` where nobody has looked. */
export type FileLookup = (path: string) => boolean | 'unknown'

export const noOptions = strictObject({})

export interface Example {
  readonly text: string
  /** The messages that the rule gives; none for a good example. */
  readonly messages: readonly string[]
}

/** What a rule found, before it has a severity and is told in the language of the writer. */
export interface Problem<Text = Sentence> {
  readonly message: Text
  readonly range: Range
  /** Other places that the message speaks of. */
  readonly related?: readonly Related<Text>[]
  /** The text in the range must be shown nowhere else, not even as an excerpt. */
  readonly conceal?: boolean
  readonly fixes: readonly Fix<Text>[]
}

export interface Related<Text = Sentence> {
  readonly message: Text
  readonly range: Range
}

export interface Finding extends Problem<string> {
  readonly rule: string
  readonly severity: Severity
}

export interface Fix<Text = Sentence> {
  readonly title: Text
  /** The one that an author most likely wants; at most one a problem. */
  readonly preferred: boolean
  /** Whether it may be applied unasked, with all others of its kind. */
  readonly safe?: boolean
  readonly edits: readonly Edit[]
}

export function translateProblem(
  { message, related, fixes, ...rest }: Problem,
  translate: Translate,
): Problem<string> {
  return {
    ...rest,
    message: translate(message),
    ...(related && { related: related.map((each) => ({ ...each, message: translate(each.message) })) }),
    fixes: fixes.map((fix) => ({ ...fix, title: translate(fix.title) })),
  }
}
