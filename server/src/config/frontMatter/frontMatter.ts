import type { InferOutput } from 'valibot'
import type { ConfigNode } from '../configNode.ts'
import { frontMatterSchema } from '../configurationSchema.ts'
import type { Problem, Range } from '../problem.ts'
import { readValue } from '../readValue.ts'
import { readYaml } from '../readYaml.ts'
import type { KnownRule } from '../ruleSchema.ts'
import { noProfile, readProfile, type StatedProfile } from './profile.ts'

/** A report's own settings and the problems in them, with ranges in the document. */
export interface FrontMatter {
  /** An explicit statement that the document is or is not a report; `null` if there is none. */
  readonly isReport: boolean | null
  readonly written: WrittenFrontMatter
  readonly severity: string | null
  readonly profile: StatedProfile
  readonly templateRange: Range | null
  readonly problems: readonly Problem[]
}

export type WrittenFrontMatter = Exclude<InferOutput<ReturnType<typeof frontMatterSchema>>, boolean>

export const noFrontMatter: FrontMatter = {
  isReport: null,
  written: {},
  severity: null,
  profile: noProfile,
  templateRange: null,
  problems: [],
}

/** Longer front matter is not read. In UTF-16 units. */
export const maxFrontMatterLength = 16 * 1024

/** The text between the fences at the start of a document, with line endings; `null` without front matter. */
export function findFrontMatter(beginning: string): { readonly text: string; readonly start: number } | null {
  const opening = /^---[ \t]*(?:\r\n|\r|\n)/.exec(beginning)
  if (opening === null) return null
  const start = opening[0].length
  const closing = /^---[ \t]*$/m
  const rest = beginning.slice(start)
  const end = closing.exec(rest)?.index
  return end === undefined ? null : { text: rest.slice(0, end), start }
}

export function createFrontMatterReader(
  rules: readonly KnownRule[],
): (text: string, start: number) => FrontMatter {
  const schema = frontMatterSchema(rules)
  return (text, start) => {
    const { root, problems: syntaxProblems, complete } = readYaml(text)
    const own = findValue(root, 'postmortem')
    const schemaProblems: Problem[] = []
    const value = own === null ? undefined : readValue(schema, own, schemaProblems)
    // Other programs use front matter too, so syntax errors are reported only if it configures Postmortem.
    const isOurs = /^postmortem[ \t]*:/m.test(text)
    const problems = [...(isOurs ? syntaxProblems : []), ...(complete ? schemaProblems : [])]
    const written = typeof value === 'object' ? value : {}
    const template = own === null ? null : findValue(own, 'template')
    return {
      isReport: typeof value === 'boolean' ? value : value === undefined ? null : true,
      written,
      severity: findSeverity(written, root),
      profile: readProfile(root, own, text, start),
      templateRange: template === null ? null : shift(template, start),
      problems: problems.map((problem) => ({ ...problem, range: shift(problem.range, start) })),
    }
  }
}

/** Many reports state their severity at the top level, for other programs. */
function findSeverity({ severity }: WrittenFrontMatter, root: ConfigNode | null): string | null {
  if (severity !== undefined) return String(severity)
  const other = findValue(root, 'severity')
  return other?.kind === 'scalar' && other.value !== null ? String(other.value) : null
}

function findValue(node: ConfigNode | null, key: string): ConfigNode | null {
  if (node?.kind !== 'map') return null
  return node.entries.find((entry) => entry.key === key)?.value ?? null
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}
