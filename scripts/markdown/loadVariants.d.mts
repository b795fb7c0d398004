export interface SourceChange {
  /** The name of a source file, without its folder. */
  readonly file: string
  readonly find: string
  readonly replace: string
}

export function loadVariants<Module>(
  entry: string,
  variants: readonly (readonly SourceChange[])[],
): Promise<readonly Module[]>
