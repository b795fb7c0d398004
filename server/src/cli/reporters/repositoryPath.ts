import { isAbsolute, relative, sep } from 'node:path'

/** The path of a file from the root of the checkout, with slashes; null for a file that is elsewhere. */
export function repositoryPath(path: string, repository: string): string | null {
  const inside = relative(repository, path)
  const isOutside = isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)
  return isOutside ? null : inside.replaceAll(sep, '/')
}
