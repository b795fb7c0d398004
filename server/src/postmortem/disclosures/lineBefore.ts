/** What is before it on its line, and no more than that matters. */
export function lineBefore(source: string, at: number): string {
  const before = source.slice(Math.max(0, at - 200), at)
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1)
}
