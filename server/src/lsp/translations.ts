import type { Translations } from '../messages/translate.ts'

/** What a client brings along as the translations of its own language; see `InitializationOptions`. */
export function readTranslations(options: unknown): Translations | null {
  const given: unknown = isRecord(options) ? options.translations : undefined
  if (!isRecord(given)) return null
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
