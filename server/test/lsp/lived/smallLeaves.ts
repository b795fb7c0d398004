import type { SourceChange } from '../../../../scripts/markdown/loadVariants.mjs'

/** Changes to the source that divide even a short report into many leaves, as only a long one is. */
export const smallLeaves: readonly SourceChange[] = [
  { file: 'markdown/sequence.ts', find: 'const fullLeaf = 64', replace: 'const fullLeaf = 2' },
  { file: 'markdown/sequence.ts', find: 'const freshLeaf = 32', replace: 'const freshLeaf = 1' },
  { file: 'markdown/sequence.ts', find: 'const sparseLeaf = 16', replace: 'const sparseLeaf = 1' },
]
