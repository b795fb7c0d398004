import { isAbsolute, relative, sep } from 'node:path'

/** The path from a folder to a file anywhere inside it, with slashes; null for a file outside it. */
export function pathInside(folder: string, file: string): string | null {
  const path = relative(folder, file)
  const isOutside = isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`)
  return isOutside ? null : path.replaceAll(sep, '/')
}
