/** What a command may use of the world; tests hand in one of their own. */
export interface Terminal {
  /** Resolves when there is room for more, so that a slow reader makes nothing pile up. */
  readonly write: (text: string) => Promise<void>
  readonly writeError: (text: string) => void
  readonly readInput: () => Promise<Uint8Array>
  /** The one that paths count from. */
  readonly folder: string
  /** The root of the checkout, which paths count from in what a forge reads. */
  readonly repository: string
  /** How wide the output is; null where nobody looks at it. */
  readonly columns: number | null
  readonly color: boolean
  /** Whether a line of the error output can be taken back. */
  readonly showsProgress: boolean
  /** In milliseconds since 1970. */
  readonly now: () => number
  readonly version: string
  /** The address of the folder with the pages of the rules. */
  readonly rulePages: string
  /** Becomes the language server, which ends the process when it is done. */
  readonly serve: () => Promise<never>
}

/** Ends a command with a sentence for its user and the status for wrong usage or unreadable input. */
export class UsageError extends Error {}

export const status = { clean: 0, findings: 1, usage: 2 } as const
