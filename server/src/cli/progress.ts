import type { Terminal } from './terminal.ts'
import { plural, type Totals } from './totals.ts'

/** Says how far long work has come, on one line that is taken back before anything else is written. */
export class Progress {
  readonly #terminal: Terminal
  readonly #began: number
  #shownAt = 0
  #isShown = false

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    this.#began = terminal.now()
  }

  show({ files, postmortems }: Totals): void {
    const now = this.#terminal.now()
    if (!this.#terminal.showsProgress || now - this.#began < patience || now - this.#shownAt < pause) return
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

/** Work that is done in this many milliseconds needs no word. */
const patience = 1000

/** Nobody reads faster. */
const pause = 100
