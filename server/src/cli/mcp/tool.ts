import { findNearest } from '../../config/didYouMean.ts'
import type { Service } from '../../service.ts'
import type { Params } from './jsonRpc.ts'
import { type Roots, ToolError } from './roots.ts'

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
  readonly roots: Roots
  /** Lives as long as the call, so that it reads configuration files as they are now. */
  readonly service: Service
  /** The present time, in milliseconds since 1970. */
  readonly now: () => number
  readonly signal: AbortSignal
  readonly reportProgress: (done: number) => Promise<void>
}

/** The form of a tool in the protocol. */
export function describeTool({ name, title, description, parameters, required }: Tool): object {
  const properties = Object.fromEntries(
    Object.entries(parameters).map(([key, meaning]) => [key, { type: 'string', description: meaning }]),
  )
  return {
    name,
    title,
    description,
    inputSchema: { type: 'object', properties, required, additionalProperties: false },
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  }
}

/** Throws a `ToolError` that tells the caller how to correct its arguments. */
export function readArguments({ parameters, required }: Tool, given: Params): Arguments {
  const names = Object.keys(parameters)
  for (const [name, value] of Object.entries(given)) {
    if (!names.includes(name)) {
      const nearest = findNearest(name, names)
      const advice = nearest === null ? `There are ${names.join(', ')}.` : `Did you mean "${nearest}"?`
      throw new ToolError(`There is no argument "${name}". ${advice}`)
    }
    if (typeof value !== 'string') throw new ToolError(`"${name}" is a string. ${parameters[name]}`)
  }
  for (const name of required) {
    if (given[name] === undefined) throw new ToolError(`"${name}" is missing. ${parameters[name]}`)
  }
  return given as Arguments
}
