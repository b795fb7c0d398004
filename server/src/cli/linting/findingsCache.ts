import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { ComparableReport } from '../../checking/compareReports.ts'
import type { LintedFile } from '../../checking/lintedFile.ts'
import { millisecondsPerDay } from '../../time/written/calendar.ts'
import type { SourceFile } from '../readSources.ts'
import { describeTrouble } from '../trouble.ts'
import { areUnchanged, type Dependencies } from './dependencies.ts'
import { digest } from './digest.ts'
import type { Linted } from './lintSource.ts'

/** What is kept of a document. Its text is not, and neither is a document with something to conceal. */
interface Entry {
  readonly path: string
  readonly dependencies: Dependencies
  readonly linted: Omit<LintedFile, 'name' | 'path' | 'text' | 'fixed'>
}

/** The findings of the last run, for documents that have not changed since. */
export class FindingsCache {
  readonly #folder: string
  readonly #file: string
  readonly #now: number
  /** The lines of the file that have not been used in this run, by their keys. */
  readonly #unused: Map<string, string>
  readonly #used = new Map<string, string>()
  readonly #paths = new Set<string>()
  #hasNews = false

  /** The findings of the documents below `project` are kept in a file of their own. */
  constructor(folder: string, project: string, now: number) {
    this.#folder = folder
    this.#file = join(folder, `${digest(project).slice(0, 16)}${extension}`)
    this.#now = now
    this.#unused = readLines(this.#file)
  }

  /** The findings of a document that has this key, if they still hold. */
  find(key: string, { name, path, text }: SourceFile): LintedFile | null {
    if (path === null) return null
    const line = this.#unused.get(key)
    const entry = line === undefined ? null : readEntry(key, line)
    if (line === undefined || entry === null) return null
    if (!areUnchanged(entry.dependencies, path, this.#now)) return null
    this.#unused.delete(key)
    this.#keepLine(key, line, path)
    return { ...entry.linted, name, path, text, fixed: 0 }
  }

  keep(key: string, { file, dependencies }: Linted, source: SourceFile): void {
    const { name, path, text, fixed, ...linted } = file
    const isMasked = text !== source.text
    if (path === null || isMasked) return
    const entry = { path, dependencies, linted: { ...linted, comparable: withoutProse(linted.comparable) } }
    this.#keepLine(key, writeEntry(key, entry), path)
    this.#hasNews = true
  }

  /** Replaces the file as a whole. Returns the reason if that is not possible. */
  save(): string | null {
    const unused = [...this.#unused].filter(([key, line]) => this.#isStillOfUse(key, line))
    try {
      if (this.#hasNews || unused.length < this.#unused.size) this.#write([...this.#used, ...unused])
      else if (existsSync(this.#file)) utimesSync(this.#file, new Date(this.#now), new Date(this.#now))
      this.#removeAbandoned()
      return null
    } catch (error) {
      return describeTrouble(error)
    }
  }

  #keepLine(key: string, line: string, path: string): void {
    this.#used.set(key, line)
    this.#paths.add(path)
  }

  /** Documents that were not linted this time may be next time; of the others, only the new findings count. */
  #isStillOfUse(key: string, line: string): boolean {
    const path = readEntry(key, line)?.path
    return path !== undefined && !this.#paths.has(path) && existsSync(path)
  }

  #write(lines: readonly (readonly [key: string, line: string])[]): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const temporary = `${this.#file}.${randomUUID()}.tmp`
    try {
      const content = lines.map(([key, line]) => `${key} ${line}\n`).join('')
      writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 })
      renameSync(temporary, this.#file)
    } finally {
      rmSync(temporary, { force: true })
    }
  }

  /** Nobody deletes the findings of a project that is gone. */
  #removeAbandoned(): void {
    for (const name of readdirSync(this.#folder)) {
      const file = join(this.#folder, name)
      if (ownName.test(name) && statSync(file).mtimeMs < this.#now - maxAge) rmSync(file, { force: true })
    }
  }
}

/** The words by which incidents are alike are sentences of the report. */
function withoutProse(comparable: LintedFile['comparable']): ComparableReport | null {
  if (comparable == null) return null
  const incidents = comparable.incidents.map((each) => ({
    ...each,
    incident: { ...each.incident, text: '' },
  }))
  return { ...comparable, incidents }
}

const extension = '.findings'

/** The folder may hold files of somebody else. */
const ownName = /^[0-9a-f]{16}\.findings$/

/** In milliseconds: thirty days. */
const maxAge = 30 * millisecondsPerDay

/** A file that cannot be read is as good as none. */
function readLines(file: string): Map<string, string> {
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    return new Map(lines.map((line) => [line.slice(0, keyLength), line.slice(keyLength + 1)]))
  } catch {
    return new Map()
  }
}

const keyLength = 64

/** An entry is preceded by its checksum, so that a damaged one is not used. */
function writeEntry(key: string, entry: Entry): string {
  const json = JSON.stringify(entry)
  return `${digest(key, json)} ${json}`
}

function readEntry(key: string, line: string): Entry | null {
  const json = line.slice(keyLength + 1)
  return line.slice(0, keyLength) === digest(key, json) ? JSON.parse(json) : null
}
