import type { FileLookup } from '../checking/rule.ts'
import type { Steps } from '../checking/steps.ts'
import { foldersAround, normalizeAddress, resolvePath } from '../config/address.ts'

export type Existence = ReturnType<FileLookup>

/**
 * Tells for each path, relative to a document, whether there is a file or folder; in the order of the paths.
 */
export type CheckExistence = (document: string, paths: readonly string[]) => Promise<readonly Existence[]>

/** The files that one document links to, and what is known of them. */
interface Knowledge {
  /** The paths that the last check asked about. */
  wanted: ReadonlySet<string>
  readonly found: Map<string, Existence>
  /** Paths to ask about again. The old answer holds until the new one arrives. */
  readonly stale: Set<string>
  asking: boolean
}

/** A cap on the files that are looked for per document; the rest count as `unknown`. */
const maxPaths = 500

/**
 * Knows which of the files that open reports link to exist. A check never waits: it works with what is known,
 * the rest is asked for meanwhile, and the document is checked again when there is news. Each path is asked
 * about once, until its document is saved or a file is created or deleted.
 */
export class LinkedFiles {
  readonly #checkExistence: CheckExistence
  readonly #onNews: (document: string) => void
  readonly #documents = new Map<string, Knowledge>()

  constructor(checkExistence: CheckExistence, onNews: (document: string) => void) {
    this.#checkExistence = checkExistence
    this.#onNews = onNews
  }

  /** Makes a check with what is known, and asks about the paths that it did not know yet. */
  *check<Result>(document: string, check: (hasFile: FileLookup) => Steps<Result>): Steps<Result> {
    const knowledge = this.#open(document)
    const wanted = new Set<string>()
    const result = yield* check((path) => {
      if (wanted.size < maxPaths) wanted.add(path)
      return knowledge.found.get(path) ?? 'unknown'
    })
    knowledge.wanted = wanted
    for (const path of knowledge.found.keys()) if (!wanted.has(path)) knowledge.found.delete(path)
    void this.#ask(document, knowledge)
    return result
  }

  /** Looks up what is known, without asking for anything. */
  lookUp(document: string): FileLookup {
    const found = this.#documents.get(document)?.found
    return (path) => found?.get(path) ?? 'unknown'
  }

  /** Asks again about every file that the document links to. */
  refresh(document: string): void {
    const knowledge = this.#documents.get(document)
    if (knowledge === undefined) return
    for (const path of knowledge.wanted) knowledge.stale.add(path)
    void this.#ask(document, knowledge)
  }

  /** Does so for each document that links to one of these files, or into one of these folders. */
  refreshAround(changed: readonly string[]): void {
    const addresses = new Set(changed.map(normalizeAddress))
    for (const [document, { wanted }] of this.#documents) {
      const isAffected = [...wanted].some((path) => {
        const address = resolvePath(path, document)
        return address !== null && [address, ...foldersAround(address)].some((each) => addresses.has(each))
      })
      if (isAffected) this.refresh(document)
    }
  }

  /** True if it is known of any linked file whether it exists. */
  hasAny(): boolean {
    return [...this.#documents.values()].some(({ found }) =>
      [...found.values()].some((existence) => existence !== 'unknown'),
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

  /** Asks one question at a time; paths that are typed meanwhile go into the next one. */
  async #ask(document: string, knowledge: Knowledge): Promise<void> {
    if (knowledge.asking) return
    knowledge.asking = true
    for (;;) {
      const { wanted, found, stale } = knowledge
      const paths = [...wanted].filter((path) => stale.has(path) || !found.has(path))
      stale.clear()
      if (paths.length === 0) break
      const answers = await this.#checkExistence(document, paths).catch((): readonly Existence[] => [])
      if (this.#documents.get(document) !== knowledge) return
      if (remember(paths, answers, found)) this.#onNews(document)
    }
    knowledge.asking = false
  }
}

/** Returns whether any of the answers is news. */
function remember(
  paths: readonly string[],
  answers: readonly Existence[],
  found: Map<string, Existence>,
): boolean {
  let isNews = false
  for (const [index, path] of paths.entries()) {
    const existence = answers[index] ?? 'unknown'
    isNews ||= existence !== (found.get(path) ?? 'unknown')
    found.set(path, existence)
  }
  return isNews
}

/**
 * Checks a document that is not open. Nothing can be published later, so this waits until all files are
 * known.
 */
export async function checkWithFiles<Result>(
  document: string,
  check: (hasFile: FileLookup) => Result,
  checkExistence: CheckExistence,
): Promise<Result> {
  const wanted = new Set<string>()
  const preliminary = check((path) => {
    if (wanted.size < maxPaths) wanted.add(path)
    return 'unknown'
  })
  const paths = [...wanted]
  if (paths.length === 0) return preliminary
  const found = new Map<string, Existence>()
  remember(paths, await checkExistence(document, paths).catch(() => []), found)
  return check((path) => found.get(path) ?? 'unknown')
}
