// Makes the links of a page work in a place where it has no files beside it.
import { posix } from 'node:path'

/** Matches an inline link to a place in this repository: not an address, a heading of the page or a picture. */
const relativeLink = /(?<!!)\[([^\]\n]*)\]\((?![a-z]+:|#)([^)\s]+)\)/g

/**
 * The text with each relative link resolved against the repository's address. Without an address, only the words of
 * the link are left.
 *
 * @param {string} text
 * @param {string} file The path of the file in the repository.
 * @param {string | undefined} repository The address of the repository.
 */
export function resolveLinks(text, file, repository) {
  if (repository === undefined) return text.replace(relativeLink, (_, words) => words)
  const folder = posix.dirname(file)
  const files = addressOfFiles(repository)
  return text.replace(relativeLink, (_, words, target) => `[${words}](${files}${posix.join(folder, target)})`)
}

/** `HEAD` is the default branch, whatever its name is. */
function addressOfFiles(repository) {
  const page = repository.replace(/^git\+/, '').replace(/\.git$/, '')
  return new URL(page).hostname.includes('gitlab') ? `${page}/-/blob/HEAD/` : `${page}/blob/HEAD/`
}
