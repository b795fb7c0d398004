import type { Translations } from '../messages/translate.ts'

/** Reads the translations that a client brings in its `InitializationOptions`; null if it brings none. */
export function readClientTranslations(options: unknown): Translations | null {
  const translations: unknown = isRecord(options) ? options.translations : undefined
  if (!isRecord(translations)) return null
  return Object.fromEntries(
    Object.entries(translations).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
