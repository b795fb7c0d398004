import { type ConfigNode, findNode, type ScalarNode } from './configNode.ts'

/** Each override in a configuration file, valid or not. */
export function findOverrides(root: ConfigNode | null): readonly ConfigNode[] {
  const overrides = findNode(root, ['overrides'])
  return overrides?.kind === 'list' ? overrides.items : []
}

/** The template that each override names. */
export function findOverrideTemplates(root: ConfigNode | null): readonly ScalarNode[] {
  return findOverrides(root)
    .map((override) => findNode(override, ['template']))
    .filter((template) => template?.kind === 'scalar')
}
