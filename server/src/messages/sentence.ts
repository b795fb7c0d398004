/**
 * What is said to a writer, in English, with the values apart from the words: so it can be said in another
 * language where it is shown. The English words, with `{0}` for the first value, are what tables of translations
 * are looked up by.
 */
export interface Sentence {
  readonly english: string
  readonly values: readonly SentencePart[]
}

/** What a sentence is made of: names, numbers and quotations stand as they are, sentences are translated. */
export type SentencePart = string | number | Sentence

/** A tag: `say\`"${title}" is missing.\``. */
export function sentence(words: TemplateStringsArray, ...values: readonly SentencePart[]): Sentence {
  const english = words.slice(1).reduce((text, part, index) => `${text}{${index}}${part}`, words[0] ?? '')
  return { english, values }
}

/** What a template says is data: it is looked up as it stands. */
export function sentenceOf(text: string): Sentence {
  return { english: text, values: [] }
}

/** "one, two and three" */
export function joinWithAnd(items: readonly SentencePart[]): SentencePart {
  return joinList(items, (before, last) => sentence`${before} and ${last}`)
}

/** "one, two or three" */
export function joinWithOr(items: readonly SentencePart[]): SentencePart {
  return joinList(items, (before, last) => sentence`${before} or ${last}`)
}

/** One after the other, of which there is at least one: "It is late. Correct it." */
export function joinSentences(...sentences: readonly Sentence[]): Sentence {
  return sentences.reduce((before, next) => sentence`${before} ${next}`)
}

function joinList(
  items: readonly SentencePart[],
  end: (before: SentencePart, last: SentencePart) => Sentence,
): SentencePart {
  const last = items.at(-1)
  if (last === undefined) return ''
  const before = items.slice(0, -1)
  return before.length === 0
    ? last
    : end(
        before.reduce((text, item) => sentence`${text}, ${item}`),
        last,
      )
}
