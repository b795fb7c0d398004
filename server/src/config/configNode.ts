import type { Problem, Range } from './problem.ts'

/** A value in a configuration file and its range, whatever the file's format. */
export type ConfigNode = MapNode | ListNode | ScalarNode

export interface MapNode extends Range {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
}

export interface ListNode extends Range {
  readonly kind: 'list'
  readonly items: readonly ConfigNode[]
}

/** The range of a quoted string excludes the quotes, so that a replacement keeps them. */
export interface ScalarNode extends Range {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
}

export interface Entry {
  readonly key: string
  readonly keyRange: Range
  readonly value: ConfigNode
}

/** A parsed file. `root` is `null` if the file is empty or nothing in it could be read. */
export interface Source {
  readonly root: ConfigNode | null
  readonly problems: readonly Problem[]
  /** False if parts could not be read: what remains may look wrong although the file is not. */
  readonly complete: boolean
}

export function findNode(root: ConfigNode | null, path: readonly string[]): ConfigNode | null {
  const [key, ...rest] = path
  if (root === null || key === undefined) return root
  if (root.kind !== 'map') return null
  return findNode(root.entries.find((entry) => entry.key === key)?.value ?? null, rest)
}
