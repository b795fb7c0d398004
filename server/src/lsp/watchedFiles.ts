import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver'
import { nameOf } from '../config/address.ts'

/**
 * Asks the editor to tell of changes of configuration files, and of the files that they refer to; while reports lead
 * to files, of all files that come and go.
 */
export class WatchedFiles {
  readonly #connection: Connection
  #registration: Promise<Disposable> | undefined
  #watched = ''

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The globs are for the whole workspace, because not every editor can watch a file by its address. */
  watch(addresses: ReadonlySet<string>, leadsToFiles: boolean): void {
    const names = new Set([...addresses].map(nameOf))
    const globs = ['**/.postmortem.{yml,yaml,json,jsonc}', ...[...names].filter(isOther).sort().map(toGlob)]
    const watchers: readonly FileSystemWatcher[] = [
      ...globs.map((globPattern) => ({ globPattern })),
      ...(leadsToFiles ? [{ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete }] : []),
    ]
    const watched = JSON.stringify(watchers)
    if (watched === this.#watched) return
    this.#watched = watched
    const before = this.#registration
    this.#registration = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [...watchers],
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
