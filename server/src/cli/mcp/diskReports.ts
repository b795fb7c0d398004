import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FileLookup } from '../../checking/rule.ts'
import { pathInside } from '../../pathInside.ts'
import type { Arguments, ReportAccess } from '../../programs/tool.ts'
import type { Service } from '../../service.ts'
import { UsageError } from '../../usageError.ts'
import { checkSource, findSources } from '../documents.ts'
import { readSource, type SourceFile } from '../readSources.ts'
import { TeamConfigurations } from '../teamConfiguration.ts'
import type { Roots } from './roots.ts'

/** Standard input is the wire. */
const withoutInput = { readInput: async () => new Uint8Array(), now: Date.now }

/** Reads reports from the disk, and nothing outside of the folders. */
export function createDiskReports(roots: Roots, service: Service): ReportAccess {
  return {
    open: async (given) => {
      const source = await findSource(given, roots)
      const configurations = await configurationsFor(given, roots, service)
      const document = await configurations.open(source)
      const hasFile = lookUpInside(roots, source.path)
      const check = () => service.check(document, hasFile)
      return { name: source.name, document, findings: check(), check }
    },
    prepare: async (folder, fileName) => {
      const path = join(await roots.locate(folder), fileName)
      const team = await (await configurationsFor({}, roots, service)).in(dirname(path))
      return { name: roots.nameOf(path), surroundings: { team, address: pathToFileURL(path).href } }
    },
    openAll: async function* (folder, complain) {
      const folders = folder === undefined ? roots.folders : [await roots.locate(folder)]
      const checking = { service, configurations: await configurationsFor({}, roots, service), complain }
      const targets = folders.map((path) => ({ kind: 'folder', path }) as const)
      const home = { folder: folders[0] ?? '.', ...withoutInput }
      for await (const source of findSources(targets, checking, home)) {
        const hasFile = lookUpInside(roots, source.path)
        const checked = await checkSource(source, checking, { hasFile })
        if (checked === null) continue
        yield { ...checked, name: source.path === null ? source.name : roots.nameOf(source.path) }
      }
    },
  }
}

/** Text without a path is configured as a report in the first folder is. */
export function configurationsFor(
  { template }: Arguments,
  roots: Roots,
  service: Service,
): Promise<TeamConfigurations> {
  const [folder] = roots.folders
  if (folder === undefined) throw new UsageError('This server may read no folder.')
  return TeamConfigurations.from(service, { folder }, template === undefined ? {} : { template })
}

async function findSource({ path: name, text }: Arguments, roots: Roots): Promise<SourceFile> {
  if (text !== undefined) {
    const path = name === undefined ? null : await roots.locate(name)
    return { name: name ?? '<text>', path, isInput: false, text, bytes: new Uint8Array(), stamp: null }
  }
  if (name === undefined) throw new UsageError('Give the path of a report, or its text.')
  const path = await roots.locateFile(name)
  const source = await readSource(path, { folder: dirname(path), ...withoutInput })
  if (typeof source === 'string') throw new UsageError(source)
  return { ...source, name: roots.nameOf(path) }
}

/** Nothing is said of files outside of the folders. Links count for where they lead. */
function lookUpInside(roots: Roots, path: string | null): FileLookup {
  return (name) => {
    if (path === null || isAbsolute(name)) return 'unknown'
    const target = resolve(dirname(path), name)
    const isInside = (path: string, folders: readonly string[]) =>
      folders.some((folder) => pathInside(folder, path) !== null)
    if (!isInside(target, roots.folders)) return 'unknown'
    try {
      // A file that does not exist is judged by the nearest folder that does.
      let nearest = target
      while (lstatSync(nearest, { throwIfNoEntry: false }) === undefined) nearest = dirname(nearest)
      const folders = roots.folders.filter((folder) => existsSync(folder))
      const real = folders.map((folder) => realpathSync(folder))
      return isInside(realpathSync(nearest), real) ? nearest === target : 'unknown'
    } catch {
      return 'unknown'
    }
  }
}
