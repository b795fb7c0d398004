import type { SentencePart } from './sentence.ts'

/** Translations, keyed by the English template. A message without one is shown in English. */
export type Translations = Readonly<Record<string, string>>

/** Turns a message into text in one language. */
export type Translate = (message: SentencePart) => string

export function createTranslator(translations: Translations): Translate {
  const translate: Translate = (message) => {
    if (typeof message !== 'object') return String(message)
    const { english, values } = message
    const template = Object.hasOwn(translations, english) ? (translations[english] as string) : english
    // A value may contain braces of its own, so inserted text is never searched for placeholders.
    return template.replace(/\{(\d{1,2})\}/g, (placeholder, index) => {
      const value = values[Number(index)]
      return value === undefined ? placeholder : translate(value)
    })
  }
  return translate
}

export const inEnglish: Translate = createTranslator({})
