import type { FileLookup } from '../checking/rule.ts'
import { foldersAround, normalizeAddress, resolvePath } from '../config/address.ts'

export type Presence = ReturnType<FileLookup>

/** Whether the files are there to which these paths lead from a document, in their order. */
export type FindFiles = (document: string, paths: readonly string[]) => Promise<readonly Presence[]>

/** What one document wants to know of files, and what has been found out. */
interface Knowledge {
  /** What the last check asked for. */
  wanted: ReadonlySet<string>
  readonly found: Map<string, Presence>
  /** What was found some time ago, and holds until it is asked for again. */
  readonly stale: Set<string>
  asking: boolean
}

/** A document that leads to more files than this keeps the rest of them to itself. */
const mostPaths = 500

/**
 * Which of the files are there to which open reports lead. A check never waits: it works with what is known, what
 * is not known yet is asked for meanwhile, and the document is checked again when there is news. Each path is asked
 * for once, until its document is saved or a file comes or goes.
 */
export class LinkedFiles {
  readonly #find: FindFiles
  readonly #onNews: (document: string) => void
  readonly #documents = new Map<string, Knowledge>()

  constructor(find: FindFiles, onNews: (document: string) => void) {
    this.#find = find
    this.#onNews = onNews
  }

  /** Checks with what is known, and asks for the rest of what the check wanted to know. */
  check<Result>(document: string, check: (hasFile: FileLookup) => Result): Result {
    const knowledge = this.#open(document)
    const wanted = new Set<string>()
    const result = check((path) => {
      if (wanted.size < mostPaths) wanted.add(path)
      return knowledge.found.get(path) ?? 'unknown'
    })
    knowledge.wanted = wanted
    for (const path of knowledge.found.keys()) if (!wanted.has(path)) knowledge.found.delete(path)
    void this.#ask(document, knowledge)
    return result
  }

  /** What is known; nothing is asked for. */
  lookUp(document: string): FileLookup {
    const found = this.#documents.get(document)?.found
    return (path) => found?.get(path) ?? 'unknown'
  }

  /** Asks again for all that the document leads to. */
  refresh(document: string): void {
    const knowledge = this.#documents.get(document)
    if (knowledge === undefined) return
    for (const path of knowledge.wanted) knowledge.stale.add(path)
    void this.#ask(document, knowledge)
  }

  /** The same for each document that leads to one of these files, or into one of these folders. */
  refreshAround(changed: readonly string[]): void {
    const addresses = new Set(changed.map(normalizeAddress))
    for (const [document, { wanted }] of this.#documents) {
      const isConcerned = [...wanted].some((path) => {
        const address = resolvePath(path, document)
        return address !== null && [address, ...foldersAround(address)].some((each) => addresses.has(each))
      })
      if (isConcerned) this.refresh(document)
    }
  }

  /** Whether any open document leads to a file of which something is known. */
  hasAny(): boolean {
    return [...this.#documents.values()].some(({ found }) =>
      [...found.values()].some((presence) => presence !== 'unknown'),
    )
  }

  close(document: string): void {
    this.#documents.delete(document)
  }

  #open(document: string): Knowledge {
    const known = this.#documents.get(document)
    if (known !== undefined) return known
    const opened: Knowledge = { wanted: new Set(), found: new Map(), stale: new Set(), asking: false }
    this.#documents.set(document, opened)
    return opened
  }

  /** One question at a time: what is typed meanwhile goes into the next one. */
  async #ask(document: string, knowledge: Knowledge): Promise<void> {
    if (knowledge.asking) return
    knowledge.asking = true
    for (;;) {
      const { wanted, found, stale } = knowledge
      const paths = [...wanted].filter((path) => stale.has(path) || !found.has(path))
      stale.clear()
      if (paths.length === 0) break
      const answers = await this.#find(document, paths).catch((): readonly Presence[] => [])
      if (this.#documents.get(document) !== knowledge) return
      if (remember(paths, answers, found)) this.#onNews(document)
    }
    knowledge.asking = false
  }
}

/** Whether that is news. */
function remember(
  paths: readonly string[],
  answers: readonly Presence[],
  found: Map<string, Presence>,
): boolean {
  let isNews = false
  for (const [index, path] of paths.entries()) {
    const presence = answers[index] ?? 'unknown'
    isNews ||= presence !== (found.get(path) ?? 'unknown')
    found.set(path, presence)
  }
  return isNews
}

/** For a document that nobody has open: the check waits until all is known. */
export async function checkWithFiles<Result>(
  document: string,
  check: (hasFile: FileLookup) => Result,
  find: FindFiles,
): Promise<Result> {
  const wanted = new Set<string>()
  const unsure = check((path) => {
    if (wanted.size < mostPaths) wanted.add(path)
    return 'unknown'
  })
  const paths = [...wanted]
  if (paths.length === 0) return unsure
  const found = new Map<string, Presence>()
  remember(paths, await find(document, paths).catch(() => []), found)
  return check((path) => found.get(path) ?? 'unknown')
}
