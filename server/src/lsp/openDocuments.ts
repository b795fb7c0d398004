import { defaultSettings, type Settings } from '@postmortem/shared/settings'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { MarkdownDocument } from '../markdown/document.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { Service, Surroundings } from '../service.ts'

/** A document that an editor has open, in the version that the editor last told of. */
export interface Entry {
  readonly uri: string
  version: number
  document: OpenDocument
  /** Before it is known what holds for a document, there is nothing to be said of it. */
  configured: boolean
  /** Settles when that is known, or the document is closed. */
  readonly whenConfigured: Promise<void>
  settings: Settings
}

/** The server's copy of what is open; the text lives in the blocks of each document and nowhere else. */
export class OpenDocuments {
  readonly #entries = new Map<string, Entry>()
  /** By document: settles what waits for its configuration. */
  readonly #waiting = new Map<string, () => void>()
  readonly #service: Service

  constructor(service: Service) {
    this.#service = service
  }

  open(uri: string, version: number, text: string): Entry {
    this.close(uri)
    const document = this.#service.open(text)
    const whenConfigured = new Promise<void>((resolve) => this.#waiting.set(uri, resolve))
    const settings = defaultSettings
    const entry: Entry = { uri, version, document, configured: false, whenConfigured, settings }
    this.#entries.set(uri, entry)
    return entry
  }

  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): Entry | undefined {
    const entry = this.#entries.get(uri)
    if (entry === undefined) return undefined
    entry.version = version
    for (const change of changes) applyChange(change, entry.document)
    return entry
  }

  configure(uri: string, surroundings: Surroundings): Entry | undefined {
    const entry = this.#entries.get(uri)
    if (entry === undefined) return undefined
    this.#service.configure(entry.document, surroundings)
    entry.configured = true
    entry.settings = surroundings.settings ?? defaultSettings
    this.#waiting.get(uri)?.()
    return entry
  }

  close(uri: string): void {
    this.#waiting.get(uri)?.()
    this.#waiting.delete(uri)
    this.#entries.delete(uri)
  }

  get(uri: string): Entry | undefined {
    return this.#entries.get(uri)
  }

  all(): readonly Entry[] {
    return [...this.#entries.values()]
  }
}

/** Changes of one notification build on each other, so each is placed in the text that the one before it left. */
function applyChange(change: TextDocumentContentChangeEvent, document: OpenDocument): void {
  document.edit([{ ...findTarget(change, document.markdown), text: change.text }])
}

function findTarget(change: TextDocumentContentChangeEvent, markdown: MarkdownDocument) {
  if (!('range' in change)) return { start: 0, end: markdown.length }
  return { start: markdown.offsetAt(change.range.start), end: markdown.offsetAt(change.range.end) }
}
