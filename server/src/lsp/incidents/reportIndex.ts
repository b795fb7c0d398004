import type { LibraryState, ReportFile, ReportTextRequest, UnreadFile } from '@postmortem/shared/incidents'
import { normalizeAddress, pathFrom } from '../../config/address.ts'
import type { Incident } from '../../library/incident.ts'
import { readIncidents } from '../../library/readIncidents.ts'
import type { OpenDocument } from '../../openDocument.ts'
import { originOf, type Service } from '../../service.ts'
import { contentKey } from './contentKey.ts'
import type { FolderConfigurations } from './folderConfigurations.ts'

/** Everything that the index needs from outside. */
export interface Library {
  readonly service: Pick<Service, 'open'>
  readonly configurations: FolderConfigurations
  readonly readText: (uri: string) => Promise<ReportTextRequest.Result>
  /** The document as it is in the editor; undefined if it is not open there. */
  readonly openDocument: (uri: string) => OpenDocument | undefined
  /** Lets everything go first that somebody waits for. */
  readonly giveWay: () => Promise<void>
  readonly now: () => number
  /** Returns the reason that the writer is told. */
  readonly onError: (file: ReportFile, error: unknown) => string
  readonly onChange: (state: LibraryState) => void
}

/** What was read of one file. */
interface Reading {
  readonly incidents: readonly Incident[]
  /** Why the file could not be read; null if it was read. */
  readonly unread: string | null
  /** Stands for the text and the configuration; null for the text in an editor, which changes all the time. */
  readonly key: string | null
}

type Source = OpenDocument | ReportTextRequest.Result

/** Files whose texts are asked for while others are read. */
const readAhead = 8

/** The milliseconds between two announcements of what was read so far. */
const pause = 500

/**
 * The incidents of all reports in the workspace. Files are read one after another in the background; each of them is
 * read again only if its text or its configuration has changed, and the others are left alone.
 */
export class ReportIndex {
  readonly #library: Library
  readonly #files = new Map<string, ReportFile>()
  readonly #readings = new Map<string, Reading>()
  /** The addresses of the files that are still to be read. */
  readonly #waiting = new Set<string>()
  /** Of those whose text was asked for. A file that changes meanwhile is read once more. */
  readonly #inHand = new Set<string>()
  #work: Promise<void> | undefined
  /** The addresses of the files that report on an incident, and of those that could not be read. */
  readonly #reports = new Set<string>()
  readonly #unread = new Set<string>()
  #incidents: readonly Incident[] | undefined
  #uris: ReadonlyMap<string, string> | undefined
  #isChanged = false
  #lastState = ''
  #lastAnnounced = 0

  constructor(library: Library) {
    this.#library = library
  }

  /** Reads these files and forgets all others. Resolves when they are read, or when the reading is stopped. */
  async read(files: readonly ReportFile[]): Promise<LibraryState> {
    const addresses = new Set(files.map(({ uri }) => normalizeAddress(uri)))
    for (const address of this.#files.keys()) if (!addresses.has(address)) this.#forget(address)
    this.#enqueue(files)
    await this.#work
    this.#announce()
    return this.state()
  }

  change(changed: readonly ReportFile[], deleted: readonly string[]): void {
    for (const place of deleted) {
      for (const address of this.#files.keys()) if (pathFrom(place, address) !== null) this.#forget(address)
    }
    this.#enqueue(changed)
    if (this.#work === undefined) this.#announce()
  }

  /** Reads a file again that was changed, opened or closed in the editor, if it is one of the workspace. */
  follow(uri: string): void {
    const file = this.#files.get(normalizeAddress(uri))
    if (file !== undefined) this.#enqueue([file])
  }

  configurationChanged(): void {
    this.#library.configurations.forget()
    this.#enqueue([...this.#files.values()])
  }

  stop(): void {
    this.#waiting.clear()
  }

  incidents(): readonly Incident[] {
    if (this.#incidents !== undefined) return this.#incidents
    const all: Incident[] = []
    for (const { incidents } of this.#readings.values()) for (const each of incidents) all.push(each)
    this.#incidents = all
    return all
  }

  unread(): readonly UnreadFile[] {
    const found = [...this.#unread].flatMap((address) => {
      const file = this.#files.get(address)
      const reason = this.#readings.get(address)?.unread ?? null
      return file === undefined || reason === null ? [] : [{ ...file, reason }]
    })
    return found.sort((one, other) => (one.name < other.name ? -1 : 1))
  }

  /** The files by the names under which their incidents are listed. */
  uris(): ReadonlyMap<string, string> {
    this.#uris ??= new Map([...this.#files.values()].map(({ name, uri }) => [name, uri]))
    return this.#uris
  }

  addresses(): ReadonlySet<string> {
    return this.#library.configurations.addresses()
  }

  state(): LibraryState {
    const isReading = this.#work !== undefined
    return {
      reports: this.#reports.size,
      files: this.#files.size,
      filesRead: isReading ? this.#files.size - this.#waiting.size - this.#inHand.size : this.#readings.size,
      isReading,
    }
  }

  #enqueue(files: readonly ReportFile[]): void {
    for (const file of files) {
      const address = normalizeAddress(file.uri)
      if (this.#files.get(address) !== file) {
        this.#files.set(address, file)
        this.#uris = undefined
      }
      this.#waiting.add(address)
    }
    this.#begin()
  }

  #forget(address: string): void {
    this.#files.delete(address)
    this.#uris = undefined
    this.#waiting.delete(address)
    this.#reports.delete(address)
    this.#unread.delete(address)
    if (this.#readings.delete(address)) this.#touch()
  }

  #touch(): void {
    this.#incidents = undefined
    this.#isChanged = true
  }

  #begin(): void {
    if (this.#waiting.size > 0) this.#work ??= this.#readAll()
  }

  async #readAll(): Promise<void> {
    const ahead: { readonly address: string; readonly source: Promise<Source> }[] = []
    for (;;) {
      for (const address of this.#waiting) {
        if (ahead.length >= readAhead) break
        if (this.#inHand.has(address)) continue
        this.#waiting.delete(address)
        this.#inHand.add(address)
        ahead.push({ address, source: this.#request(address) })
      }
      const next = ahead.shift()
      if (next === undefined) break
      await this.#readOne(next.address, next.source)
      this.#inHand.delete(next.address)
      if (ahead.length > 0 && this.#library.now() - this.#lastAnnounced >= pause) this.#announce()
    }
    this.#work = undefined
    this.#announce()
  }

  async #request(address: string): Promise<Source> {
    const { uri } = this.#files.get(address) as ReportFile
    const { openDocument, readText } = this.#library
    return openDocument(uri) ?? readText(uri).catch((error) => ({ unread: String(error) }))
  }

  async #readOne(address: string, fetching: Promise<Source>): Promise<void> {
    const file = this.#files.get(address)
    if (file === undefined) return
    try {
      const source = await fetching
      const reading =
        'unread' in source
          ? { incidents: [], unread: source.unread, key: null }
          : await this.#readSource(file, source, this.#readings.get(address)?.key ?? null)
      if (reading !== null) this.#keep(address, reading)
    } catch (error) {
      this.#keep(address, { incidents: [], unread: this.#library.onError(file, error), key: null })
    }
  }

  /** Null if the text and its configuration are those of the last reading. */
  async #readSource(
    file: ReportFile,
    source: OpenDocument | { readonly text: string },
    known: string | null,
  ): Promise<Reading | null> {
    const { configurations, service, giveWay } = this.#library
    if (!('text' in source)) {
      await giveWay()
      return { incidents: incidentsIn(source, file), unread: null, key: null }
    }
    const configuration = await configurations.of(file.uri)
    const key = `${configuration.key} ${contentKey(source.text)}`
    if (key === known) return null
    await giveWay()
    const document = service.open(source.text, configuration.surroundingsOf(file.uri))
    const steps = document.readInSteps()
    while (!steps.next().done) await giveWay()
    // The report is read on demand and then kept by its document.
    void document.report
    await giveWay()
    return { incidents: incidentsIn(document, file), unread: null, key }
  }

  #keep(address: string, { incidents, unread, key }: Reading): void {
    if (!this.#files.has(address)) return
    const before = this.#readings.get(address)
    const written = JSON.stringify(incidents)
    if (before?.unread === unread && JSON.stringify(before.incidents) === written) {
      this.#readings.set(address, { ...before, key })
      return
    }
    // Parts of a text would keep all of it in memory, so they are copied.
    this.#readings.set(address, { incidents: JSON.parse(written), unread, key })
    note(this.#reports, address, incidents.length > 0)
    note(this.#unread, address, unread !== null)
    this.#touch()
  }

  #announce(): void {
    const state = this.state()
    const written = JSON.stringify(state)
    if (!this.#isChanged && written === this.#lastState) return
    this.#isChanged = false
    this.#lastState = written
    this.#lastAnnounced = this.#library.now()
    this.#library.onChange(state)
  }
}

function note(addresses: Set<string>, address: string, isOne: boolean): void {
  if (isOne) addresses.add(address)
  else addresses.delete(address)
}

function incidentsIn(document: OpenDocument, { name }: ReportFile): readonly Incident[] {
  return readIncidents(document.report, originOf(document, { file: name, findings: null }))
}
