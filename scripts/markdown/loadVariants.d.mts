export interface SourceChange {
  /** The end of a source file's path. */
  readonly file: string
  readonly find: string
  readonly replace: string
}

export function loadVariants<Module>(
  entry: string,
  variants: readonly (readonly SourceChange[])[],
): Promise<readonly Module[]>
