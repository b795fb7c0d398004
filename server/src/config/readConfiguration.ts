import { sentence } from '../messages/sentence.ts'
import { type ConfigNode, findNode } from './configNode.ts'
import { configurationSchema, type WrittenConfiguration } from './configurationSchema.ts'
import { findOverrideTemplates } from './overrides.ts'
import { error, hasErrors, type Problem, type Range } from './problem.ts'
import { readSource } from './readSource.ts'
import { readValue } from './readValue.ts'
import type { KnownRule } from './ruleSchema.ts'

/** A configuration file: the settings that could be read from it, and its problems. */
export interface ConfigurationFile {
  readonly address: string
  readonly text: string
  readonly written: WrittenConfiguration
  readonly problems: readonly Problem[]
  readonly root: ConfigNode | null
}

/** The schema of a file depends only on the rules, so one reader serves all files. */
export function createReader(
  rules: readonly KnownRule[],
): (address: string, text: string) => ConfigurationFile {
  const schema = configurationSchema(rules)
  return (address, text) => {
    const { root, problems: syntaxProblems, complete } = readSource(address, text)
    const schemaProblems: Problem[] = []
    const written = root === null ? {} : (readValue(schema, root, schemaProblems) ?? {})
    schemaProblems.push(...findReversedWords(written, root))
    const problems = [...syntaxProblems, ...(complete ? schemaProblems : [])]
    problems.sort((a, b) => a.range.start - b.range.start)
    return { address, text, written, problems, root }
  }
}

export function isBroken(file: ConfigurationFile): boolean {
  return hasErrors(file.problems)
}

/** The range of the value at a path of keys, or the start of the file if there is no such value. */
export function rangeAt(file: ConfigurationFile, ...path: readonly string[]): Range {
  const { start, end } = findNode(file.root, path) ?? { start: 0, end: 0 }
  return { start, end }
}

/** The range of the first override's template with this name. */
export function rangeOfOverride({ root }: ConfigurationFile, reference: string): Range {
  const found = findOverrideTemplates(root).find(({ value }) => value === reference)
  return { start: found?.start ?? 0, end: found?.end ?? 0 }
}

function findReversedWords({ words }: WrittenConfiguration, root: ConfigNode | null): readonly Problem[] {
  if (!words || words.min <= words.max) return []
  const { start, end } = findNode(root, ['words', 'max']) ?? { start: 0, end: 0 }
  return [
    error(
      { start, end },
      sentence`The maximum of ${words.max} words is below the minimum of ${words.min}. Swap them.`,
    ),
  ]
}
