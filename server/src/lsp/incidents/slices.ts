export interface Slicing {
  /** Calls back once the message that waits for its turn has been handled. */
  readonly nextTurn: (callback: () => void) => void
  /** The present time, in milliseconds. */
  readonly now: () => number
  /** True while there is work that somebody waits for. */
  readonly isBusy: () => boolean
}

/** Background work gives way to messages after this many milliseconds. */
const longestSlice = 8

/** One message is handled in each turn, and more than these do not wait: most are the texts that were asked for. */
const turnsForMessages = 16

/** Background work calls the function that this returns between its steps. Only one piece of work may do so. */
export function createSlices({ nextTurn, now, isBusy }: Slicing): () => Promise<void> {
  let end = 0
  return async () => {
    if (now() < end && !isBusy()) return
    for (let turn = 0; turn < turnsForMessages || isBusy(); turn += 1) await new Promise<void>(nextTurn)
    end = now() + longestSlice
  }
}
