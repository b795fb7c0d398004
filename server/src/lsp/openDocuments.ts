import { defaultSettings, type Settings } from '@postmortem/shared/settings'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { OpenDocument } from '../openDocument.ts'
import type { Service, Surroundings } from '../service.ts'
import { type EncodePositions, type Positions, toOffsets } from './positions.ts'

/** A document that is open in the editor. */
export class OpenEditorDocument {
  readonly uri: string
  /** The version that the editor sent last. */
  version: number
  readonly document: OpenDocument
  /** Nothing is published for a document before its configuration is known. */
  configured = false
  /** Resolves once the document is configured or closed. */
  readonly whenConfigured: Promise<void>
  settings: Settings = defaultSettings
  readonly #encodePositions: EncodePositions
  #positions: Positions | undefined

  constructor(
    uri: string,
    version: number,
    document: OpenDocument,
    whenConfigured: Promise<void>,
    encodePositions: EncodePositions,
  ) {
    this.uri = uri
    this.version = version
    this.document = document
    this.whenConfigured = whenConfigured
    this.#encodePositions = encodePositions
  }

  /** The positions of the present text, as the editor counts them. */
  get positions(): Positions {
    this.#positions ??= this.#encodePositions(this.document.markdown)
    return this.#positions
  }

  /** The positions of a change refer to the text that the change before it left. */
  apply(change: TextDocumentContentChangeEvent): void {
    const { markdown } = this.document
    const replaced =
      'range' in change ? toOffsets(change.range, this.positions) : { start: 0, end: markdown.length }
    this.document.edit([{ ...replaced, text: change.text }])
    this.#positions = undefined
  }
}

/** The documents that are open in the editor. The text of each lives in its blocks and nowhere else. */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenEditorDocument>()
  /** The functions that resolve `whenConfigured`, by document. */
  readonly #resolvers = new Map<string, () => void>()
  readonly #service: Service
  readonly #encodePositions: EncodePositions

  constructor(service: Service, encodePositions: EncodePositions) {
    this.#service = service
    this.#encodePositions = encodePositions
  }

  open(uri: string, version: number, text: string): OpenEditorDocument {
    this.close(uri)
    const document = this.#service.open(text)
    const whenConfigured = new Promise<void>((resolve) => this.#resolvers.set(uri, resolve))
    const open = new OpenEditorDocument(uri, version, document, whenConfigured, this.#encodePositions)
    this.#documents.set(uri, open)
    return open
  }

  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): OpenEditorDocument | undefined {
    const open = this.#documents.get(uri)
    if (open === undefined) return undefined
    open.version = version
    for (const change of changes) open.apply(change)
    return open
  }

  configure(uri: string, surroundings: Surroundings): OpenEditorDocument | undefined {
    const open = this.#documents.get(uri)
    if (open === undefined) return undefined
    this.#service.configure(open.document, surroundings)
    open.configured = true
    open.settings = surroundings.settings ?? defaultSettings
    this.#resolvers.get(uri)?.()
    return open
  }

  close(uri: string): void {
    this.#resolvers.get(uri)?.()
    this.#resolvers.delete(uri)
    this.#documents.delete(uri)
  }

  get(uri: string): OpenEditorDocument | undefined {
    return this.#documents.get(uri)
  }

  all(): readonly OpenEditorDocument[] {
    return [...this.#documents.values()]
  }
}
