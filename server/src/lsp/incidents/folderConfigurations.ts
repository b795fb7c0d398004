import { foldersAround } from '../../config/address.ts'
import type { Surroundings } from '../../service.ts'
import { type ReadDocumentConfiguration, toSurroundings } from '../documentConfigurations.ts'

export interface FolderConfiguration {
  /** Changes whenever the configuration does. */
  readonly key: number
  readonly surroundingsOf: (uri: string) => Surroundings
}

/** Reads the configuration once for all reports of a folder, because editors and disks take their time. */
export class FolderConfigurations {
  readonly #read: ReadDocumentConfiguration
  readonly #known = new Map<string, Promise<FolderConfiguration>>()
  /** Configurations that say the same have one key, also after they were read again. */
  readonly #keys = new Map<string, number>()
  readonly #addresses = new Set<string>()

  constructor(read: ReadDocumentConfiguration) {
    this.#read = read
  }

  of(uri: string): Promise<FolderConfiguration> {
    const folder = foldersAround(uri)[0] ?? uri
    const known = this.#known.get(folder)
    if (known !== undefined) return known
    const reading = this.#readFor(uri)
    this.#known.set(folder, reading)
    return reading
  }

  /** Every file that a configuration was read from, or would be if it existed. */
  addresses(): ReadonlySet<string> {
    return this.#addresses
  }

  forget(): void {
    this.#known.clear()
    this.#addresses.clear()
  }

  async #readFor(uri: string): Promise<FolderConfiguration> {
    const configuration = await this.#read(uri)
    const { settings, found } = configuration
    const content = JSON.stringify([settings, found?.files.map(({ address, text }) => [address, text])])
    const key = this.#keys.get(content) ?? this.#keys.size
    this.#keys.set(content, key)
    for (const address of found?.addresses ?? []) this.#addresses.add(address)
    return { key, surroundingsOf: (file) => toSurroundings(file, configuration) }
  }
}
