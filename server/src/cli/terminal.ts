import type { Thread } from './linting/threadPool.ts'

/** Everything that a command may use of its environment; tests provide their own. */
export interface Terminal {
  /** Resolves when there is room for more, so that output does not pile up for a slow reader. */
  readonly write: (text: string) => Promise<void>
  readonly writeError: (text: string) => void
  readonly readInput: () => Promise<Uint8Array>
  /** Standard input as it arrives. */
  readonly readChunks: () => AsyncIterable<Uint8Array>
  /** The current folder, which paths are relative to. */
  readonly folder: string
  /** The root of the checkout, which paths are relative to in formats that a forge reads. */
  readonly repository: string
  /** The width of the output; null if it is not a terminal. */
  readonly columns: number | null
  /** The environment variables that are passed on to git. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly color: boolean
  /** True if a line on standard error can be erased. */
  readonly showsProgress: boolean
  /** In milliseconds since 1970. */
  readonly now: () => number
  /** Starts this program in another thread, with this data; null if everything must stay in one thread. */
  readonly startThread: ((data: object) => Thread) | null
  /** The number of threads that can work at the same time. */
  readonly processors: number
  /** The folder for what this program remembers from one run to the next. */
  readonly cacheFolder: string
  /** Tells apart all programs, together with all versions of the platform, that may find something else. */
  readonly identify: () => string
  readonly version: string
  /** The address of the folder with the pages of the rules. */
  readonly rulePages: string
  /** Runs the language server, which ends the process itself. */
  readonly serve: () => Promise<never>
}

export const status = { clean: 0, findings: 1, usage: 2 } as const
