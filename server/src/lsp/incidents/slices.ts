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

/** Background work calls the function that this returns between its steps. Only one piece of work may do so. */
export function createSlices({ nextTurn, now, isBusy }: Slicing): () => Promise<void> {
  let end = 0
  return async () => {
    if (now() < end && !isBusy()) return
    do await new Promise<void>(nextTurn)
    while (isBusy())
    end = now() + longestSlice
  }
}
