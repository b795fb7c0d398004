import type { Command } from '../command.ts'
import type { Option } from '../options.ts'

/** What a shell completes after `postmortem` and the name of a command. */
export interface CompletedCommand {
  readonly name: string
  readonly summary: string
  readonly options: readonly CompletedOption[]
  /** The words that may follow besides options; null for files. */
  readonly words: readonly string[] | null
}

export interface CompletedOption {
  readonly name: string
  readonly help: string
  /** The placeholder of its value; null for a switch. */
  readonly value: string | null
  /** The values that there are; null for files, and empty for free text. */
  readonly words: readonly string[] | null
  readonly repeats: boolean
}

/** Writes the completion script of a shell. */
export type WriteScript = (commands: readonly CompletedCommand[]) => string

export function toCompleted({ name, summary, options, words }: Command): CompletedCommand {
  return {
    name,
    summary,
    words: words ?? null,
    options: Object.entries<Option>({ ...options, help: { help: 'explains the command' } }).map(
      ([option, { help, value, words: values, repeats }]) => ({
        name: option,
        help,
        value: value ?? null,
        words: values ?? (value !== undefined && /^(?:FILE|FOLDER|OUT|PATH)$/.test(value) ? null : []),
        repeats: repeats ?? false,
      }),
    ),
  }
}

/** A value of two parts, such as `FORMAT=FILE`, goes on after its first word. */
export function wordsOf({ value, words }: CompletedOption): readonly string[] {
  return (words ?? []).map((word) => (value?.includes('=') ? `${word}=` : word))
}
