import { resolvePath } from './address.ts'
import { findNode, type ScalarNode } from './configNode.ts'
import { isPath } from './configurationSchema.ts'
import { findOverrideTemplates } from './overrides.ts'
import type { Range } from './problem.ts'
import { readSource } from './readSource.ts'

/** A path in a configuration file, and the address it resolves to. */
export interface FileLink extends Range {
  readonly path: string
  readonly address: string
}

/**
 * The files named by `extends`, `template`, `templatesBySeverity` and `overrides`. Missing ones are reported
 * elsewhere.
 */
export function findFileLinks(address: string, text: string): readonly FileLink[] {
  const { root } = readSource(address, text)
  const bySeverity = findNode(root, ['templatesBySeverity'])
  const values = [
    findNode(root, ['extends']),
    findNode(root, ['template']),
    ...(bySeverity?.kind === 'map' ? bySeverity.entries.map(({ value }) => value) : []),
    ...findOverrideTemplates(root),
  ]
  return values
    .filter((value) => value?.kind === 'scalar')
    .flatMap((value) => toLink(value, address))
    .sort((a, b) => a.start - b.start)
}

function toLink({ value, start, end }: ScalarNode, from: string): readonly FileLink[] {
  if (typeof value !== 'string' || !isPath(value)) return []
  const address = resolvePath(value, from)
  return address === null ? [] : [{ start, end, path: value, address }]
}
