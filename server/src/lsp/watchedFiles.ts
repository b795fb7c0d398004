import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver'
import { nameOf } from '../config/address.ts'

/**
 * Asks the editor to report changes to configuration files and the files they refer to. While open reports
 * link to files, every file that is created or deleted matters as well.
 */
export class WatchedFiles {
  readonly #connection: Connection
  #registration: Promise<Disposable> | undefined
  #watched = ''

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The globs cover the whole workspace, because not every editor can watch a file by its address. */
  watch(addresses: ReadonlySet<string>, hasLinkedFiles: boolean): void {
    const names = new Set([...addresses].map(nameOf))
    const globs = ['**/.postmortem.{yml,yaml,json,jsonc}', ...[...names].filter(isOther).sort().map(toGlob)]
    const watchers: readonly FileSystemWatcher[] = [
      ...globs.map((globPattern) => ({ globPattern })),
      ...(hasLinkedFiles ? [{ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete }] : []),
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
