import type { Problem, Range } from './problem.ts'

/** A value as it is written in a file, whatever the file's format, with the place where it is written. */
export type ConfigNode = MapNode | ListNode | ScalarNode

export interface MapNode extends Range {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
}

export interface ListNode extends Range {
  readonly kind: 'list'
  readonly items: readonly ConfigNode[]
}

/** The range of a quoted text is what stands between the quotes, so that it can be replaced. */
export interface ScalarNode extends Range {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
}

export interface Entry {
  readonly key: string
  readonly keyRange: Range
  readonly value: ConfigNode
}

/** What a text says; `root` is `null` where it says nothing, or nothing that could be read. */
export interface Source {
  readonly root: ConfigNode | null
  readonly problems: readonly Problem[]
  /** Whether all of it could be read; what is half read may look wrong where it is not. */
  readonly complete: boolean
}

export function findNode(root: ConfigNode | null, path: readonly string[]): ConfigNode | null {
  const [key, ...rest] = path
  if (root === null || key === undefined) return root
  if (root.kind !== 'map') return null
  return findNode(root.entries.find((entry) => entry.key === key)?.value ?? null, rest)
}
