import { findNearest } from './config/didYouMean.ts'
import { UsageError } from './usageError.ts'

/** Reads one of several words. Throws a `UsageError` that suggests the word that was probably meant. */
export function readChoice<Word extends string>(
  written: string,
  words: readonly Word[],
  noun: string,
  fallbackAdvice = `Use ${listOf(words)}.`,
): Word {
  const found = words.find((word) => word === written)
  if (found !== undefined) return found
  const nearest = findNearest(written, words)
  const advice = nearest === null ? fallbackAdvice : `Did you mean "${nearest}"?`
  throw new UsageError(`There is no ${noun} "${written}". ${advice}`)
}

/** "text, json or sarif" */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
