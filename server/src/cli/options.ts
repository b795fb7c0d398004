import { parseArgs } from 'node:util'
import { findNearest } from '../config/didYouMean.ts'
import { readChoice } from '../readChoice.ts'
import { UsageError } from '../usageError.ts'

/** `value` is the placeholder of the option's value in the help; an option without one is a switch. */
export interface Option {
  readonly value?: string
  /** True if the option may be given several times; its value is then a list. */
  readonly repeats?: true
  /** The words that the value, or the part of it before "=", is one of. */
  readonly words?: readonly string[]
  readonly help: string
}

export type Options = Readonly<Record<string, Option>>

export type Values<Own extends Options> = {
  readonly [Name in keyof Own]?: ValueOf<Own[Name]>
}

type ValueOf<Own extends Option> = Own extends { readonly value: string }
  ? Own extends { readonly repeats: true }
    ? readonly string[]
    : string
  : true

export interface Arguments<Own extends Options> {
  readonly values: Values<Own>
  /** The positional arguments, in order. */
  readonly names: readonly string[]
}

/** Separates options from names. Throws a `UsageError` for an option that is unknown or misused. */
export function readArguments<Own extends Options>(args: readonly string[], options: Own): Arguments<Own> {
  const { tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
    ),
  })
  const values: Record<string, string | true | readonly string[]> = {}
  const names: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') names.push(token.value)
    if (token.kind === 'option') {
      const value = readValue(token, options)
      values[token.name] = options[token.name]?.repeats
        ? [values[token.name] ?? [], value].flat().map(String)
        : value
    }
  }
  return { values: values as Values<Own>, names }
}

/** True even if the other arguments are wrong. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? args.length : end).some((each) => each === '--help' || each === '-h')
}

/** Splits "NAME=VALUE" at its first equals sign. */
export function readPair(
  written: string,
  option: string,
  form: string,
): readonly [name: string, value: string] {
  const at = written.indexOf('=')
  if (at < 1 || at === written.length - 1) throw new UsageError(`${option} takes ${form}, not "${written}".`)
  return [written.slice(0, at), written.slice(at + 1)]
}

export const listFormatOption = {
  value: 'FORMAT',
  words: ['text', 'json'],
  help: 'text or json (text)',
} as const

export function readListFormat(written = 'text'): 'text' | 'json' {
  return readChoice(written, ['text', 'json'], 'format')
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function readValue({ name, rawName, value, inlineValue }: OptionToken, options: Options): string | true {
  const option = Object.hasOwn(options, name) && rawName.startsWith('--') ? options[name] : undefined
  if (option === undefined) {
    const nearest = findNearest(
      rawName,
      [...Object.keys(options), 'help'].map((each) => `--${each}`),
    )
    const advice = nearest === null ? 'See --help.' : `Did you mean "${nearest}"?`
    throw new UsageError(`There is no option "${rawName}". ${advice}`)
  }
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value. Leave out "=${value}".`)
    return true
  }
  // A value that looks like an option is one, unless it is attached with "=".
  if (value === undefined || (!inlineValue && /^-./.test(value)))
    throw new UsageError(`${rawName} needs a value: ${rawName}=${option.value}.`)
  return value
}
