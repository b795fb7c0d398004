import type { LintedFile } from '../../checking/lintedFile.ts'
import type { Terminal } from '../terminal.ts'

/** Writes findings document by document, so that only one of them is in memory at a time. */
export type Reporter = (files: AsyncIterable<LintedFile>, surroundings: Surroundings) => AsyncIterable<string>

export interface Surroundings
  extends Pick<Terminal, 'color' | 'columns' | 'repository' | 'version' | 'rulePages'> {
  /** True if a summary for people is left out. */
  readonly quiet: boolean
}
