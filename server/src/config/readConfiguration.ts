import { sentence } from '../messages/sentence.ts'
import { type ConfigNode, findNode } from './configNode.ts'
import { configurationSchema, type WrittenConfiguration } from './configurationSchema.ts'
import { error, hasErrors, type Problem, type Range } from './problem.ts'
import { readSource } from './readSource.ts'
import { readValue } from './readValue.ts'
import type { KnownRule } from './ruleSchema.ts'

/** One file as it was read: what it says, as far as it was understood, and what is wrong with it. */
export interface ConfigurationFile {
  readonly address: string
  readonly text: string
  readonly written: WrittenConfiguration
  readonly problems: readonly Problem[]
  readonly root: ConfigNode | null
}

/** Makes the reader for these rules; the form of a file depends on nothing else. */
export function createReader(
  rules: readonly KnownRule[],
): (address: string, text: string) => ConfigurationFile {
  const schema = configurationSchema(rules)
  return (address, text) => {
    const { root, problems: mistakes, complete } = readSource(address, text)
    const wrong: Problem[] = []
    const written = root === null ? {} : (readValue(schema, root, wrong) ?? {})
    wrong.push(...findReversedWords(written, root))
    const problems = [...mistakes, ...(complete ? wrong : [])]
    problems.sort((a, b) => a.range.start - b.range.start)
    return { address, text, written, problems, root }
  }
}

export function isBroken(file: ConfigurationFile): boolean {
  return hasErrors(file.problems)
}

/** Where the value of a key stands; the beginning where it cannot be found. */
export function rangeAt(file: ConfigurationFile, ...path: readonly string[]): Range {
  const { start, end } = findNode(file.root, path) ?? { start: 0, end: 0 }
  return { start, end }
}

function findReversedWords({ words }: WrittenConfiguration, root: ConfigNode | null): readonly Problem[] {
  if (!words || words.min <= words.max) return []
  const { start, end } = findNode(root, ['words', 'max']) ?? { start: 0, end: 0 }
  return [
    error(
      { start, end },
      sentence`The most words (${words.max}) are fewer than the fewest (${words.min}). Exchange them.`,
    ),
  ]
}
