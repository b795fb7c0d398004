/**
 * A message: an English template with `{0}` for its first value, and the values. It becomes text only where it
 * is shown, in the reader's language. Translations are looked up by the English template.
 */
export interface Sentence {
  readonly english: string
  readonly values: readonly SentencePart[]
}

/** A value in a message. Names, numbers and quotations are shown as they are; sentences are translated. */
export type SentencePart = string | number | Sentence

/** A tag for template literals: the text becomes the template, and the substitutions become the values. */
export function sentence(words: TemplateStringsArray, ...values: readonly SentencePart[]): Sentence {
  const english = words.slice(1).reduce((text, part, index) => `${text}{${index}}${part}`, words[0] ?? '')
  return { english, values }
}

/** Makes a message of text that is data, such as a template's guidance, and is looked up as it is. */
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

/** Joins one or more sentences with spaces: "It is late. Correct it." */
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
