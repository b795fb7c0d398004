/**
 * Addresses are URIs as editors write them. They are compared and built by segment, because two programs may
 * escape the same file differently. `untitled:report` and the like belong to no folder.
 */
interface Place {
  readonly root: string
  readonly segments: readonly string[]
}

/** All spellings of a file's address have the same normal form. */
export function normalizeAddress(address: string): string {
  const place = parse(address)
  return place === null ? address : format(place)
}

export function nameOf(address: string): string {
  return parse(address)?.segments.at(-1) ?? address
}

const maxFolders = 64

/** The folders around a file, the nearest first, and no more of them than are ever looked into. */
export function foldersAround(address: string): readonly string[] {
  const place = parse(address)
  if (place === null) return []
  const parents = place.segments.slice(0, -1)
  return [...parents, '']
    .slice(0, maxFolders)
    .map((_, index) => format({ ...place, segments: parents.slice(0, parents.length - index) }))
}

export function join(folder: string, name: string): string {
  const place = parse(folder)
  return place === null ? name : format({ ...place, segments: [...place.segments, name] })
}

/** Resolves a relative path against the file that contains it; `null` if that leads above the root. */
export function resolvePath(path: string, from: string): string | null {
  const place = parse(from)
  if (place === null) return null
  const segments = place.segments.slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') segments.push(part)
    else if (segments.pop() === undefined) return null
  }
  return format({ ...place, segments })
}

/** The unescaped path from a folder to a file at any depth inside it; `null` for a file elsewhere. */
export function pathFrom(folder: string, address: string): string | null {
  const outer = parse(folder)
  const inner = parse(address)
  if (outer === null || inner === null || outer.root !== inner.root) return null
  if (outer.segments.some((segment, index) => segment !== inner.segments[index])) return null
  return inner.segments.slice(outer.segments.length).join('/')
}

function parse(address: string): Place | null {
  const match = /^([a-z][a-z0-9+.-]{0,40}:(?:\/\/[^/?#]*)?)(\/[^?#]*)/i.exec(address)
  if (match === null) return null
  const [, root = '', path = ''] = match
  return { root: root.toLowerCase(), segments: path.split('/').filter(Boolean).map(decode) }
}

function format({ root, segments }: Place): string {
  return `${root}/${segments.map(encode).join('/')}`
}

/** Half of a character can be in an address, but neither be escaped nor be in the name of a file. */
function encode(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** An invalid escape is kept as it is. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
