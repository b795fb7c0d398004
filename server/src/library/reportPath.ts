/**
 * Paths of reports, with `/` between their parts, all relative to one folder or all absolute. A path may begin with
 * `..`.
 */

/** The path that a link in a file leads to, without what follows `#` or `?`. */
export function resolveLink(file: string, address: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const part of decodePath(address.split(/[#?]/, 1)[0] ?? '').split('/')) {
    if (part === '' || part === '.') continue
    const last = parts.at(-1)
    if (part === '..' && last !== undefined && last !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

/** The link in a file that leads to another one. */
export function linkBetween(file: string, other: string): string {
  const [from, to] = [file.split('/').slice(0, -1), other.split('/')]
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** A path in which nothing is escaped. An invalid escape is kept as it is. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What a report without a title is called: `README.md` after its folder, and any other file after itself. */
export function nameOfFile(file: string): string {
  const [name = '', folder = ''] = file.split('/').reverse()
  return isNameless.test(name) && !isNoFolder.test(folder) ? folder : name
}

const isNameless = /^(?:readme|index)\.\w{1,8}$/i
const isNoFolder = /^\.{0,2}$/
