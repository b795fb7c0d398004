import type { Settings } from '@postmortem/shared/settings'
import type { Found } from '../config/configurations.ts'
import type { Surroundings } from '../service.ts'

/** The editor's settings for a document, and the configuration file that was found for it, if any. */
export interface DocumentConfiguration {
  readonly settings: Settings
  readonly found: Found | null
}

export type ReadDocumentConfiguration = (uri: string) => Promise<DocumentConfiguration>

interface Reading {
  readonly configuration: Promise<DocumentConfiguration>
  /** Settles once the configuration has been applied, or dropped because a newer reading replaced it. */
  readonly settled: Promise<void>
}

/**
 * Reads and applies the configuration of each open document. Reading takes a while, and settings or files may
 * change meanwhile, so a document can be read again before the first answer arrives: only the latest answer
 * is applied.
 */
export class DocumentConfigurations {
  readonly #read: ReadDocumentConfiguration
  readonly #apply: (uri: string, configuration: DocumentConfiguration) => void
  readonly #latest = new Map<string, Reading>()

  constructor(
    read: ReadDocumentConfiguration,
    apply: (uri: string, configuration: DocumentConfiguration) => void,
  ) {
    this.#read = read
    this.#apply = apply
  }

  refresh(uri: string): Promise<void> {
    const configuration = this.#read(uri)
    const settled = configuration.then((answer) => {
      if (this.#latest.get(uri)?.configuration === configuration) this.#apply(uri, answer)
    })
    this.#latest.set(uri, { configuration, settled })
    return settled
  }

  /** Resolves when no reading for the document is under way. */
  async whenSettled(uri: string): Promise<void> {
    const latest = this.#latest.get(uri)
    await latest?.settled
    if (this.#latest.get(uri) !== latest) await this.whenSettled(uri)
  }

  /** An answer that is still on its way is dropped. */
  forget(uri: string): void {
    this.#latest.delete(uri)
  }
}

export function toSurroundings(uri: string, { settings, found }: DocumentConfiguration): Surroundings {
  return { settings, address: uri, ...(found !== null && { team: found.configuration }) }
}
