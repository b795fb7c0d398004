import type { Files } from '../config/files.ts'
import type { Translations } from '../messages/translate.ts'
import type { HasFile } from './fileExistence.ts'

/** The file system of the server's own machine. In a browser's worker there is none. */
export interface Disk {
  readonly files: Files
  readonly hasFile: HasFile
  /** Takes the name of a language, such as `de` or `pt-BR`; null if there are no translations for it. */
  readonly translations: (locale: string) => Promise<Translations | null>
}
