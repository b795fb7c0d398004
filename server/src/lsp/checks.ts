import type { Steps } from '../checking/steps.ts'

/** Everything that checks need from outside. */
export interface Turns {
  /** Calls back once the message that waits for its turn has been handled. */
  readonly nextTurn: (callback: () => void) => void
  /** The present time, in milliseconds. */
  readonly now: () => number
  readonly onError: (error: unknown) => void
  /** Tells the writer that the check of a document takes long, until the returned function is called. */
  readonly tellOf: (document: string) => () => void
}

/** A check gives way to messages after this many milliseconds. */
const longestSlice = 8

/** The writer is told of a check that takes longer than this, in milliseconds. */
const unnoticed = 500

interface Unfinished {
  readonly steps: Steps<void>
  /** Null until its first slice. */
  started: number | null
  /** Null as long as the writer is not told of it. */
  stopTelling: (() => void) | null
}

/**
 * The checks that are still to be made or finished, one per document. Messages that already wait are handled
 * first, because a newer edit makes a check moot, and a long check gives way to them between its slices.
 */
export class Checks {
  readonly #unfinished = new Map<string, Unfinished>()
  readonly #turns: Turns

  constructor(turns: Turns) {
    this.#turns = turns
  }

  /** Takes the place of an unfinished check of the same document. */
  schedule(document: string, steps: Steps<void>): void {
    const { nextTurn } = this.#turns
    this.drop(document)
    const check: Unfinished = { steps, started: null, stopTelling: null }
    this.#unfinished.set(document, check)
    // The next message is handled between the two turns.
    nextTurn(() => nextTurn(() => this.#continue(document, check)))
  }

  /** Makes what is left of the check of this document at once. */
  finish(document: string): void {
    const check = this.#unfinished.get(document)
    if (check !== undefined) this.#run(document, check, Number.POSITIVE_INFINITY)
  }

  /** True while a check is unfinished, for which the writer waits. */
  get isBusy(): boolean {
    return this.#unfinished.size > 0
  }

  drop(document: string): void {
    this.#unfinished.get(document)?.stopTelling?.()
    this.#unfinished.delete(document)
  }

  #continue(document: string, check: Unfinished): void {
    if (this.#unfinished.get(document) !== check) return
    const { nextTurn, now } = this.#turns
    check.started ??= now()
    this.#run(document, check, now() + longestSlice)
    if (this.#unfinished.get(document) !== check) return
    if (now() - check.started > unnoticed) check.stopTelling ??= this.#tellOf(document)
    nextTurn(() => this.#continue(document, check))
  }

  /** A check goes on, and so does everything else, if the writer cannot be told of it. */
  #tellOf(document: string): () => void {
    const { tellOf, onError } = this.#turns
    try {
      return tellOf(document)
    } catch (error) {
      onError(error)
      return () => undefined
    }
  }

  #run(document: string, { steps }: Unfinished, until: number): void {
    const { now, onError } = this.#turns
    try {
      while (!steps.next().done) if (now() >= until) return
    } catch (error) {
      onError(error)
    }
    this.drop(document)
  }
}
