import type * as document from '../server/src/markdown/document.ts'

export interface SourceChange {
  readonly file: string
  readonly find: string
  readonly replace: string
}

export const tinyUnits: readonly SourceChange[]

export function bundleMarkdown<Module = typeof document>(
  entry: string,
  changes?: readonly SourceChange[],
): Promise<Module>

export function bundleVariants<Module = typeof document>(
  entry: string,
  variants: readonly (readonly SourceChange[])[],
): Promise<readonly Module[]>
