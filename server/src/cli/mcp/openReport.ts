import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import type { FileLookup } from '../../checking/rule.ts'
import { pathInside } from '../../pathInside.ts'
import type { CheckedDocument } from '../documents.ts'
import { readSource, type SourceFile } from '../readSources.ts'
import { TeamConfigurations } from '../teamConfiguration.ts'
import { type Roots, ToolError } from './roots.ts'
import type { Arguments, ToolContext } from './tool.ts'

/** The parameters with which a tool is told which report to work on. */
export const reportParameters = {
  path: 'The Markdown file, relative to a folder of this server or absolute.',
  text: 'The text of the report, if it is not that of the file. With a path, it is checked as if it were saved there.',
  template: 'The id of the template to check it against, whatever its configuration says.',
} as const

/** Reads and checks the report that a tool is called for. */
export async function openReport(given: Arguments, context: ToolContext): Promise<CheckedDocument> {
  const { roots, service } = context
  const source = await findSource(given, roots)
  const configurations = await configurationsFor(given, context)
  const document = await configurations.open(source)
  const hasFile = lookUpInside(roots, source.path)
  const check = () => service.check(document, hasFile)
  return { source, document, findings: check(), check }
}

/** Text without a path is configured as a report in the first folder is. */
export function configurationsFor(
  { template }: Arguments,
  { roots, service }: Pick<ToolContext, 'roots' | 'service'>,
): Promise<TeamConfigurations> {
  const [folder] = roots.folders
  if (folder === undefined) throw new ToolError('This server may read no folder.')
  return TeamConfigurations.from(service, { folder }, template === undefined ? {} : { template })
}

async function findSource({ path: name, text }: Arguments, roots: Roots): Promise<SourceFile> {
  if (text !== undefined) {
    const path = name === undefined ? null : await roots.locate(name)
    return { name: name ?? '<text>', path, isInput: false, text, bytes: new Uint8Array() }
  }
  if (name === undefined) throw new ToolError('Give the path of a report, or its text.')
  const path = await roots.locateFile(name)
  const source = await readSource(path, { folder: dirname(path), readInput: async () => new Uint8Array() })
  if (typeof source === 'string') throw new ToolError(source)
  return { ...source, name: roots.nameOf(path) }
}

/** Nothing is said of files outside of the folders. Links count for where they lead. */
export function lookUpInside(roots: Roots, path: string | null): FileLookup {
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
