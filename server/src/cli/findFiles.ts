import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { findGlobMistake, matchesGlobs } from '../config/glob.ts'
import { pathInside } from './pathInside.ts'
import { UsageError } from './terminal.ts'
import { type Complain, describeTrouble } from './trouble.ts'

/** What an argument names. */
export type Target =
  | { readonly kind: 'input' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'glob'; readonly path: string; readonly glob: string; readonly asGiven: string }

/** How a search looks at what it meets. */
export interface Search {
  /** Globs of the configuration that holds in a folder, and the folder that they count from. */
  readonly globsIn: (folder: string) => Promise<Globs | null>
  /** Hears of what cannot be searched or found nothing. */
  readonly complain: Complain
}

export interface Globs {
  readonly folder: string
  readonly globs: readonly string[]
}

/** What the arguments name, before anything is done: a path that is not there stops the command. */
export async function findTargets(names: readonly string[], folder: string): Promise<readonly Target[]> {
  return Promise.all(names.map((name) => findTarget(name, folder)))
}

/** The files that the targets lead to, in the order of the targets and of their names, each once; `null`: the input. */
export async function* findFiles(targets: readonly Target[], search: Search): AsyncGenerator<string | null> {
  const seen = new Set<string | null>()
  for (const target of targets) {
    let isEmpty = true
    for await (const file of filesOf(target, search)) {
      isEmpty = false
      // One target does not lead to a file twice, so nothing has to be remembered of it.
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
  // No name at all would be the folder that one is in.
  const found = name === '' ? null : await stat(path).catch(() => null)
  if (found !== null) return { kind: found.isDirectory() ? 'folder' : 'file', path }
  if (!/[*?[{]/.test(name)) throw new UsageError(`There is no file or folder "${name}".`)
  return toGlob(name, folder)
}

/** The folders at the beginning of a glob that are written out are where the search begins. */
function toGlob(name: string, folder: string): Target {
  const segments = (sep === '\\' ? name.replaceAll('\\', '/') : name).split('/')
  const literal = segments.findIndex((segment) => /[*?[{]/.test(segment))
  const base = segments.slice(0, literal)
  const glob = segments.slice(literal).join('/')
  if (findGlobMistake(glob) !== null)
    throw new UsageError(
      `"${name}" is no pattern that can be searched for. Use * ? [a-z] {a,b} and **, at most three * in a name.`,
    )
  const path = resolve(folder, base.length === 1 && base[0] === '' ? '/' : base.join('/'))
  return { kind: 'glob', path, glob, asGiven: name }
}

async function* filesOf(target: Target, search: Search): AsyncGenerator<string | null> {
  if (target.kind === 'input') yield null
  else if (target.kind === 'file') yield target.path
  else if (target.kind === 'folder') yield* walk(target.path, searchFolder(search), search)
  else yield* walk(target.path, searchGlob(target), search)
}

/** Which files of a folder are taken, and which of the folders in it are looked into. */
interface Choice {
  readonly takes: (file: string) => boolean
  readonly enters: (folder: string, name: string) => boolean
}

type Chooser = (folder: string) => Promise<Choice>

/** In a folder: Markdown, and what the configuration there calls a report. */
function searchFolder({ globsIn }: Search): Chooser {
  return async (folder) => {
    const named = await globsIn(folder)
    return {
      takes: (file) =>
        /\.(?:md|markdown)$/i.test(file) || (named !== null && matches(named.folder, file, named.globs)),
      enters: (_, name) => !isSkipped(name) || (named?.globs.some((glob) => writesOut(glob, name)) ?? false),
    }
  }
}

function searchGlob({ path, glob }: Extract<Target, { kind: 'glob' }>): Chooser {
  const deepest = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length
  const choice: Choice = {
    takes: (file) => matches(path, file, [glob]),
    enters: (folder, name) =>
      relative(path, folder).split(sep).length < deepest && (!isSkipped(name) || writesOut(glob, name)),
  }
  return async () => choice
}

/** Depth first, by name. What a link leads to is somewhere else, and found there or not at all. */
async function* walk(folder: string, chooser: Chooser, search: Search): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // Where there is no such folder, nothing was to be found in it.
    if (error.code !== 'ENOENT')
      search.complain(`The folder "${folder}" cannot be searched: ${describeTrouble(error)}.`)
    return []
  })
  const { takes, enters } = await chooser(folder)
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && enters(path, entry.name)) yield* walk(path, chooser, search)
    if (entry.isFile() && takes(path)) yield path
  }
}

/** Nobody keeps reports of their own in hidden folders or among installed packages, unless they say so. */
function isSkipped(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules'
}

function matches(folder: string, file: string, globs: readonly string[]): boolean {
  const path = pathInside(folder, file)
  return path !== null && matchesGlobs(path, globs)
}

function writesOut(glob: string, name: string): boolean {
  return !glob.startsWith('!') && glob.split('/').includes(name)
}
