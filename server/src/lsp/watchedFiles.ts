import { type Connection, DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver'
import { nameOf } from '../config/address.ts'

/** Asks the editor to tell of changes of configuration files, and of the files that they refer to. */
export class WatchedFiles {
  readonly #connection: Connection
  #registration: Promise<Disposable> | undefined
  #globs = ''

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The globs are for the whole workspace, because not every editor can watch a file by its address. */
  watch(addresses: ReadonlySet<string>): void {
    const names = new Set([...addresses].map(nameOf))
    const globs = ['**/.postmortem.{yml,yaml,json,jsonc}', ...[...names].filter(isOther).sort().map(toGlob)]
    if (globs.join('\n') === this.#globs) return
    this.#globs = globs.join('\n')
    const before = this.#registration
    this.#registration = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: globs.map((globPattern) => ({ globPattern })),
    })
    void before?.then((registration) => registration.dispose()).catch(() => {})
    this.#registration.catch(() => {})
  }
}

function isOther(name: string): boolean {
  return !name.startsWith('.postmortem.')
}

function toGlob(name: string): string {
  return `**/${name.replace(/[[\]{}*?!,]/g, '?')}`
}
