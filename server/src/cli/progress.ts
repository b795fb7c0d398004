import { plural } from '../library/output/plural.ts'
import type { Terminal } from './terminal.ts'
import type { Totals } from './totals.ts'

/** Shows the progress of long work on one line, which is erased before anything else is written. */
export class Progress {
  readonly #terminal: Terminal
  readonly #began: number
  #shownAt = 0
  #isShown = false

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    this.#began = terminal.now()
  }

  show({ files, postmortems }: Pick<Totals, 'files' | 'postmortems'>): void {
    const now = this.#terminal.now()
    if (!this.#terminal.showsProgress || now - this.#began < delay || now - this.#shownAt < minInterval)
      return
    this.clear()
    this.#terminal.writeError(`${plural(files, 'file')} checked, ${plural(postmortems, 'postmortem')}…`)
    this.#shownAt = now
    this.#isShown = true
  }

  clear(): void {
    if (this.#isShown) this.#terminal.writeError('\r\x1b[K')
    this.#isShown = false
  }
}

/** In milliseconds. Work that takes no longer shows no progress. */
const delay = 1000

/** In milliseconds. Nobody reads faster. */
const minInterval = 100
