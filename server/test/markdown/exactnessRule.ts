import type { SourceChange } from '../../../scripts/markdown/loadVariants.mjs'

export interface ExactnessRule {
  readonly name: string
  /** Removes the rule from the source. */
  readonly changes: readonly SourceChange[]
  /** An edit that goes wrong without the rule, written as text with `«removed»inserted¦` in it. */
  readonly wrong: string
}

export function rule(
  name: string,
  file: string,
  find: string,
  replace: string,
  wrong: string,
): ExactnessRule {
  return { name, changes: [{ file, find, replace }], wrong }
}
