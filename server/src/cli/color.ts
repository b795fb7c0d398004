type Environment = Readonly<Record<string, string | undefined>>

/** The default without `--color` or `--no-color`, as of https://no-color.org and https://force-color.org. */
export function wantsColor({ FORCE_COLOR, NO_COLOR, TERM }: Environment, isTerminal: boolean): boolean {
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (NO_COLOR) return false
  return isTerminal && TERM !== 'dumb'
}
