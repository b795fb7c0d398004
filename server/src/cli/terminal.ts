/** What a command may use of the world; tests hand in one of their own. */
export interface Terminal {
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
  readonly readInput: () => Promise<string>
  readonly folder: string
  readonly color: boolean
}

/** Ends a command with a sentence for its user and the status for wrong usage or unreadable input. */
export class UsageError extends Error {}

export const status = { clean: 0, findings: 1, usage: 2 } as const
