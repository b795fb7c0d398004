import type { SentencePart } from './sentence.ts'

/** Translations by the English words; what is not in it is said in English. */
export type Translations = Readonly<Record<string, string>>

export type Translate = (said: SentencePart) => string

export function createTranslator(translations: Translations): Translate {
  const translate: Translate = (said) => {
    if (typeof said !== 'object') return String(said)
    const { english, values } = said
    const words = Object.hasOwn(translations, english) ? (translations[english] as string) : english
    // A value may hold braces of its own: it is put in, never looked through.
    return words.replace(/\{(\d{1,2})\}/g, (mark, index) => {
      const value = values[Number(index)]
      return value === undefined ? mark : translate(value)
    })
  }
  return translate
}

export const inEnglish: Translate = createTranslator({})
