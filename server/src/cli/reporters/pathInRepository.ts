import type { LintedFile } from '../../checking/lintedFile.ts'
import { pathInside } from '../../pathInside.ts'

/** The path from the root of the checkout, with forward slashes; for a file outside, its full path. */
export function pathInRepository({ path, name }: LintedFile, repository: string): string {
  return path === null ? name : (pathInside(repository, path) ?? path)
}
