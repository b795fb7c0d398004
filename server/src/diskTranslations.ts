import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Translations } from './messages/translate.ts'

/** The same tables that our extension reads; they are beside the folder of the built server. */
const folder = resolve(__dirname, '../l10n')

/** `de-AT` gets the table of `de`. There is no table for English or for languages without a translation. */
export async function readTranslations(locale: string): Promise<Translations | null> {
  const language = /^[a-z]{2,3}(?=$|[-_.])/i.exec(locale)?.[0].toLowerCase()
  if (language === undefined) return null
  try {
    return JSON.parse(await readFile(resolve(folder, `bundle.l10n.${language}.json`), 'utf8'))
  } catch {
    return null
  }
}
