import { readdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { findGlobMistake, matchesGlobs } from '../config/glob.ts'
import { pathInside } from '../pathInside.ts'
import { UsageError } from '../usageError.ts'
import { type Complain, describeTrouble } from './trouble.ts'

/** What a path on the command line names. */
export type Target =
  | { readonly kind: 'input' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'glob'; readonly path: string; readonly glob: string; readonly asGiven: string }

export interface Search {
  /** The globs of the configuration that applies in a folder; null if it has none. */
  readonly globsIn: (folder: string) => Promise<Globs | null>
  /** Called for folders that cannot be searched and patterns without a match. */
  readonly complain: Complain
  /** Called for each folder before it is searched, and for the folder of each file that is named. */
  readonly onFolder?: (folder: string) => void
}

export interface Globs {
  /** The globs are relative to this folder. */
  readonly folder: string
  readonly globs: readonly string[]
}

/** Looks up all arguments before anything is done, so that a path that does not exist stops the command. */
export async function findTargets(names: readonly string[], folder: string): Promise<readonly Target[]> {
  return Promise.all(names.map((name) => findTarget(name, folder)))
}

/** The files of the targets, in the order of the targets and then by name, each once. Null is standard input. */
export async function* findFiles(targets: readonly Target[], search: Search): AsyncGenerator<string | null> {
  const seen = new Set<string | null>()
  for (const target of targets) {
    let isEmpty = true
    for await (const file of filesOf(target, search)) {
      isEmpty = false
      // A single target yields no file twice, so nothing has to be remembered for it.
      if (targets.length > 1 && seen.has(file)) continue
      if (targets.length > 1) seen.add(file)
      yield file
    }
    if (isEmpty && target.kind === 'glob') search.complain(`No file matches "${target.asGiven}".`)
  }
}

async function findTarget(name: string, folder: string): Promise<Target> {
  if (name === '-') return { kind: 'input' }
  const path = resolve(folder, name)
  // An empty name would resolve to the current folder.
  const found = name === '' ? null : await stat(path).catch(() => null)
  if (found !== null) return { kind: found.isDirectory() ? 'folder' : 'file', path }
  if (!/[*?[{]/.test(name)) throw new UsageError(`There is no file or folder "${name}".`)
  return toGlob(name, folder)
}

/** The search begins in the folder that the leading segments without wildcards name. */
function toGlob(name: string, folder: string): Target {
  const segments = (sep === '\\' ? name.replaceAll('\\', '/') : name).split('/')
  const literal = segments.findIndex((segment) => /[*?[{]/.test(segment))
  const base = segments.slice(0, literal)
  const glob = segments.slice(literal).join('/')
  if (findGlobMistake(glob) !== null)
    throw new UsageError(
      `"${name}" is not a valid pattern. Use * ? [a-z] {a,b} and **, with at most three * in a name.`,
    )
  const path = resolve(folder, base.length === 1 && base[0] === '' ? '/' : base.join('/'))
  return { kind: 'glob', path, glob, asGiven: name }
}

async function* filesOf(target: Target, search: Search): AsyncGenerator<string | null> {
  if (target.kind === 'input') yield null
  else if (target.kind === 'file') {
    search.onFolder?.(dirname(target.path))
    yield target.path
  } else if (target.kind === 'folder') yield* walk(target.path, filterFolder(search), search)
  else yield* walk(target.path, filterGlob(target), search)
}

/** Decides which files of a folder to take and which of its folders to enter. */
interface FolderFilter {
  readonly takes: (file: string) => boolean
  readonly enters: (folder: string, name: string) => boolean
}

type FindFilter = (folder: string) => Promise<FolderFilter>

/** Takes Markdown files, and files that match the globs of the folder's configuration. */
function filterFolder({ globsIn }: Search): FindFilter {
  return async (folder) => {
    const configured = await globsIn(folder)
    return {
      takes: (file) =>
        /\.(?:md|markdown)$/i.test(file) ||
        (configured !== null && matches(configured.folder, file, configured.globs)),
      enters: (_, name) =>
        !isSkipped(name) || (configured?.globs.some((glob) => namesFolder(glob, name)) ?? false),
    }
  }
}

function filterGlob({ path, glob }: Extract<Target, { kind: 'glob' }>): FindFilter {
  const maxDepth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length
  const filter: FolderFilter = {
    takes: (file) => matches(path, file, [glob]),
    enters: (folder, name) =>
      relative(path, folder).split(sep).length < maxDepth && (!isSkipped(name) || namesFolder(glob, name)),
  }
  return async () => filter
}

/** Walks depth first, by name. Links are not followed: their targets are searched where they are, or not at all. */
async function* walk(folder: string, findFilter: FindFilter, search: Search): AsyncGenerator<string> {
  search.onFolder?.(folder)
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // A folder that does not exist has no files, which is no error.
    if (error.code !== 'ENOENT')
      search.complain(`The folder "${folder}" cannot be searched: ${describeTrouble(error)}.`)
    return []
  })
  const { takes, enters } = await findFilter(folder)
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && enters(path, entry.name)) yield* walk(path, findFilter, search)
    if (entry.isFile() && takes(path)) yield path
  }
}

/** Nobody keeps their own reports in hidden folders or among installed packages, unless a glob says so. */
function isSkipped(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules'
}

function matches(folder: string, file: string, globs: readonly string[]): boolean {
  const path = pathInside(folder, file)
  return path !== null && matchesGlobs(path, globs)
}

function namesFolder(glob: string, name: string): boolean {
  return !glob.startsWith('!') && glob.split('/').includes(name)
}
