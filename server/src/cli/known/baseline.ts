import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import * as v from 'valibot'
import type { LintedFile } from '../../checking/lintedFile.ts'
import { UsageError } from '../../usageError.ts'
import { describeTrouble } from '../trouble.ts'
import { type Fingerprint, fingerprintsOf } from './fingerprints.ts'
import type { Known } from './holdBack.ts'

/** The findings that a team has decided to live with, by the path of the report relative to the baseline. */
type Baseline = ReadonlyMap<string, readonly Fingerprint[]>

const schema = v.object({
  version: v.literal(1),
  files: v.record(v.string(), v.array(v.object({ rule: v.string(), problem: v.string(), line: v.string() }))),
})

/** Reads a baseline; it is a mistake if there is none. */
export async function readBaseline(name: string, folder: string): Promise<Known> {
  const file = resolve(folder, name)
  const baseline = await load(name, file)
  if (baseline === null)
    throw new UsageError(
      `There is no baseline "${name}". Write one with --baseline ${name} --write-baseline.`,
    )
  // A report that was moved to another folder is found by its name.
  const orphans = [...baseline.keys()].filter((path) => !existsSync(resolve(dirname(file), path)))
  const find = (path: string | null) => {
    if (path === null) return []
    const own = baseline.get(pathFrom(file, path))
    if (own !== undefined) return own
    const former = orphans.filter((orphan) => basename(orphan) === basename(path))
    return former.length === 1 ? (baseline.get(former[0] as string) ?? []) : []
  }
  return {
    findKnown: async ({ source }) => find(source.path),
    findFormerly: async (files) => files.map(({ path }) => find(path)),
  }
}

/** Writes down the findings of the files, and returns their number. Files that were not checked stay as they were. */
export async function writeBaseline(
  name: string,
  folder: string,
  linted: AsyncIterable<LintedFile>,
): Promise<number> {
  const file = resolve(folder, name)
  const before = [...((await load(name, file)) ?? [])]
  const files = new Map(before.filter(([path]) => existsSync(resolve(dirname(file), path))))
  let count = 0
  for await (const each of linted) {
    const isConfiguration = each.report === null && each.findings.length > 0
    if (each.path === null || isConfiguration) continue
    const path = pathFrom(file, each.path)
    if (each.findings.length > 0) files.set(path, fingerprintsOf(each))
    else files.delete(path)
    count += each.findings.length
  }
  await writeFile(file, print(files)).catch((error: unknown) => {
    throw new UsageError(`"${name}" cannot be written: ${describeTrouble(error)}.`)
  })
  return count
}

async function load(name: string, file: string): Promise<Baseline | null> {
  try {
    return new Map(Object.entries(v.parse(schema, JSON.parse(await readFile(file, 'utf8'))).files))
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'ENOENT') return null
      throw new UsageError(`"${name}" cannot be read: ${describeTrouble(error)}.`)
    }
    throw new UsageError(`"${name}" is not a baseline. Name another file, or delete this one first.`)
  }
}

/** By path, and one finding a line, so that a change shows only what it changes. */
function print(files: ReadonlyMap<string, readonly Fingerprint[]>): string {
  const entries = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  const written = entries.map(([path, fingerprints]) => {
    const lines = fingerprints.map((each) => `      ${JSON.stringify(each)}`)
    return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`
  })
  return `{\n  "version": 1,\n  "files": {\n${written.join(',\n')}\n  }\n}\n`
}

function pathFrom(baseline: string, path: string): string {
  return relative(dirname(baseline), path).split(sep).join('/')
}
