import { normalizeIdentifier } from 'micromark-util-normalize-identifier'

/** The identifiers that a document defines, with the number of definitions of each. */
export class Definitions {
  readonly #counts = new Map<string, number>()
  #expected: ReadonlySet<string> = new Set()

  /** Names that a text about to be read is likely to define. A wrong guess costs time, and nothing else. */
  expect(identifiers: ReadonlySet<string>): void {
    this.#expected = identifiers
  }

  /** The answer while a text is being read, when likely definitions count as definitions. */
  isLikely(identifier: string): boolean {
    return this.#counts.has(identifier) || this.#expected.has(identifier)
  }

  has(identifier: string): boolean {
    return this.#counts.has(identifier)
  }

  /** Replaces definitions; returns the identifiers that have become defined or undefined. */
  replace(removed: Iterable<string>, added: Iterable<string>): ReadonlySet<string> {
    const before = new Map<string, boolean>()
    const change = (identifier: string, by: number): void => {
      const count = this.#counts.get(identifier) ?? 0
      if (!before.has(identifier)) before.set(identifier, count > 0)
      if (count + by > 0) this.#counts.set(identifier, count + by)
      else this.#counts.delete(identifier)
    }
    for (const identifier of added) change(identifier, 1)
    for (const identifier of removed) change(identifier, -1)
    return new Set(
      [...before].filter(([identifier, was]) => was !== this.has(identifier)).map(([name]) => name),
    )
  }
}

/**
 * Stands in for the arrays in which micromark keeps the identifiers that it has seen defined. The block
 * structure of a text never depends on them, its inline content only on the answers of `includes`, so a
 * record of both tells exactly when the content has to be read again.
 */
export class IdentifierLog {
  readonly defined = new Set<string>()
  readonly asked = new Map<string, boolean>()
  readonly links: string[]
  readonly footnotes: string[]
  readonly #known: Definitions
  #isAnswering = false

  constructor(known: Definitions) {
    this.#known = known
    this.links = this.#standIn('link ')
    this.footnotes = this.#standIn('footnote ')
  }

  /** From here on, inline content asks the questions. */
  startAnswering(): void {
    this.#isAnswering = true
  }

  #standIn(namespace: string): string[] {
    const array: string[] = []
    array.push = (...identifiers) => {
      for (const identifier of identifiers) this.defined.add(namespace + identifier)
      return this.defined.size
    }
    array.includes = (identifier) => {
      if (!this.#isAnswering) return false
      const name = namespace + identifier
      const answer = this.defined.has(name) || this.#known.isLikely(name)
      this.asked.set(name, answer)
      return answer
    }
    return array
  }
}

/**
 * The identifiers of what looks like a definition at the start of a line, whatever the line turns out to be.
 */
export function likelyDefinitions(text: string): ReadonlySet<string> {
  const likely = new Set<string>()
  for (const [, caret, label] of text.matchAll(/(?<=[\r\n>] {0,3})\[(\^?)([^\][\r\n\\]{1,200})\]:/g)) {
    likely.add((caret ? 'footnote ' : 'link ') + normalizeIdentifier(label!))
  }
  return likely
}
