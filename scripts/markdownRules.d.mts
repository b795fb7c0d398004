import type { SourceChange } from './bundleMarkdown.mjs'

export interface Rule {
  readonly name: string
  /** Switches the rule off. */
  readonly changes: readonly SourceChange[]
  /** An edit that goes wrong without it, as text with `«removed»inserted¦` in it. */
  readonly wrong: string
}

export const rules: readonly Rule[]
