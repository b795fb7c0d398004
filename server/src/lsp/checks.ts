import type { Steps } from '../checking/steps.ts'

/** Everything that checks need from outside. */
export interface Turns {
  /** Calls back once the message that waits for its turn has been handled. */
  readonly nextTurn: (callback: () => void) => void
  /** The present time, in milliseconds. */
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

/** A check gives way to messages after this many milliseconds. */
const longestSlice = 8

/**
 * The checks that are still to be made or finished, one per document. Messages that already wait are handled
 * first, because a newer edit makes a check moot, and a long check gives way to them between its slices.
 */
export class Checks {
  readonly #unfinished = new Map<string, Steps<void>>()
  readonly #turns: Turns

  constructor(turns: Turns) {
    this.#turns = turns
  }

  /** Takes the place of an unfinished check of the same document. */
  schedule(document: string, check: Steps<void>): void {
    const { nextTurn } = this.#turns
    this.#unfinished.set(document, check)
    // The next message is handled between the two turns.
    nextTurn(() => nextTurn(() => this.#continue(document, check)))
  }

  /** Makes what is left of the check of this document at once. */
  finish(document: string): void {
    const check = this.#unfinished.get(document)
    if (check !== undefined) this.#run(document, check, Number.POSITIVE_INFINITY)
  }

  drop(document: string): void {
    this.#unfinished.delete(document)
  }

  #continue(document: string, check: Steps<void>): void {
    if (this.#unfinished.get(document) !== check) return
    const { nextTurn, now } = this.#turns
    this.#run(document, check, now() + longestSlice)
    if (this.#unfinished.get(document) === check) nextTurn(() => this.#continue(document, check))
  }

  #run(document: string, check: Steps<void>, until: number): void {
    const { now, onError } = this.#turns
    try {
      while (!check.next().done) if (now() >= until) return
    } catch (error) {
      onError(error)
    }
    this.#unfinished.delete(document)
  }
}
