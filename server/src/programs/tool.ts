import type { Checked } from '../applySafeFixes.ts'
import { findNearest } from '../config/didYouMean.ts'
import type { Service, Surroundings } from '../service.ts'
import { UsageError } from '../usageError.ts'

/** Something that a program can ask for. It writes nothing. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** All of them are strings; the values are their descriptions. */
  readonly parameters: Readonly<Record<string, string>>
  readonly required: readonly string[]
  /** True if the result has text of reports, which somebody else may have written. */
  readonly quotesReports: boolean
  readonly run: (given: Arguments, context: ToolContext) => Promise<object>
}

export type Arguments = Readonly<Partial<Record<string, string>>>

export interface ToolContext {
  readonly reports: ReportAccess
  readonly service: Service
  /** The present time, in milliseconds since 1970. */
  readonly now: () => number
  /** Throws once nobody waits for the answer any more. */
  readonly stopIfCancelled: () => void
  readonly reportProgress: (done: number) => Promise<void>
}

/** The way to the reports, wherever they are. Rejects with a `UsageError` for what may not or cannot be read. */
export interface ReportAccess {
  /** Opens and checks the report that a tool is called for. */
  readonly open: (given: Arguments) => Promise<CheckedReport>
  /** Everything that is true of a report to be begun in a folder. */
  readonly prepare: (folder: string, fileName: string) => Promise<Prepared>
  /** Opens and checks the documents in a folder, or in all, one by one. Problems with some are reported. */
  readonly openAll: (
    folder: string | undefined,
    complain: (problem: string) => void,
  ) => AsyncIterable<CheckedReport>
}

export interface CheckedReport extends Checked {
  /** The path by which it is opened again. */
  readonly name: string
}

export interface Prepared {
  readonly name: string
  readonly surroundings: Surroundings
}

/** The form of the arguments, as a JSON schema. */
export function describeArguments({ parameters, required }: Tool): object {
  const properties = Object.fromEntries(
    Object.entries(parameters).map(([key, meaning]) => [key, { type: 'string', description: meaning }]),
  )
  return { type: 'object', properties, required, additionalProperties: false }
}

/** Throws a `UsageError` that tells the caller how to correct its arguments. */
export function readArguments(
  { parameters, required }: Tool,
  given: Readonly<Record<string, unknown>>,
): Arguments {
  const names = Object.keys(parameters)
  for (const [name, value] of Object.entries(given)) {
    if (!names.includes(name)) {
      const nearest = findNearest(name, names)
      const advice = nearest === null ? `There are ${names.join(', ')}.` : `Did you mean "${nearest}"?`
      throw new UsageError(`There is no argument "${name}". ${advice}`)
    }
    if (typeof value !== 'string') throw new UsageError(`"${name}" is a string. ${parameters[name]}`)
  }
  for (const name of required) {
    if (given[name] === undefined) throw new UsageError(`"${name}" is missing. ${parameters[name]}`)
  }
  return given as Arguments
}
