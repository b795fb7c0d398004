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
import { findKeptLines, type LintedFile } from '../../checking/lintedFile.ts'
import { millisecondsPerDay } from '../../time/written/calendar.ts'
import { describeTrouble } from '../trouble.ts'
import { areUnchanged, type Dependencies } from './dependencies.ts'
import { digest } from './digest.ts'
import type { Linted } from './lintSource.ts'

/** A document, and all that its findings depend on. */
export interface Version {
  readonly name: string
  readonly path: string
  /** Stands for the program, its options and the configuration of the document. */
  readonly context: string
  /** Stands for the text; null if it has not been read. */
  readonly content: string | null
  /** Stays the same for as long as the text does; null if that is not sure. */
  readonly stamp: string | null
}

/** What is kept of a document in any case. Its text is not, and neither is a document with something to conceal. */
interface Entry extends Pick<Version, 'context' | 'stamp'> {
  readonly content: string
  readonly dependencies: Dependencies
  readonly report: LintedFile['report']
}

/** The findings of the last run, for documents that have not changed since. */
export class FindingsCache {
  readonly #folder: string
  readonly #file: string
  readonly #now: number
  /** The lines of the file that have not been used in this run, by the paths of their documents. */
  readonly #unused: Map<string, string>
  readonly #used = new Map<string, string>()
  #hasNews = false

  /** The findings of the documents below `project` are kept in a file of their own. */
  constructor(folder: string, project: string, now: number) {
    this.#folder = folder
    this.#file = join(folder, `${digest(project).slice(0, 16)}${extension}`)
    this.#now = now
    this.#unused = readLines(this.#file)
  }

  /** The findings of a document, if they still hold. It is the same document if its stamp is, or else its content. */
  find(version: Version): LintedFile | null {
    const { path, context, content, stamp } = version
    const line = this.#unused.get(path)
    const remembered = line === undefined ? null : readLine(line)
    if (line === undefined || remembered === null || remembered.entry.context !== context) return null
    const { entry, comparable, findings } = remembered
    const isSame = content === null ? stamp !== null && stamp === entry.stamp : content === entry.content
    if (!isSame || !areUnchanged(entry.dependencies, path, this.#now)) return null
    const isNews = content !== null && stamp !== entry.stamp
    this.#keepLine(path, isNews ? writeLine(path, { ...entry, stamp }, comparable, findings) : line, isNews)
    return toFile(version, remembered)
  }

  keep({ file, dependencies }: Linted, { path, context, content, stamp }: Version): void {
    const { report, findings, comparable = null, conceals } = file
    if (conceals || content === null) {
      // What is remembered of it belongs to another text.
      this.#hasNews ||= this.#unused.delete(path)
      return
    }
    const entry = { context, content, stamp, dependencies, report }
    const parts = [withoutProse(comparable), findings].map((part) => JSON.stringify(part)) as [string, string]
    this.#keepLine(path, writeLine(path, entry, ...parts), true)
  }

  /** Replaces the file as a whole. Returns the reason if that is not possible. */
  save(): string | null {
    // Documents that were not linted this time may be next time.
    const unused = [...this.#unused].filter(([path]) => !this.#used.has(path) && existsSync(path))
    try {
      if (this.#hasNews || unused.length < this.#unused.size) this.#write([...this.#used, ...unused])
      else if (existsSync(this.#file)) utimesSync(this.#file, new Date(this.#now), new Date(this.#now))
      this.#removeAbandoned()
      return null
    } catch (error) {
      return describeTrouble(error)
    }
  }

  #keepLine(path: string, line: string, isNews: boolean): void {
    this.#unused.delete(path)
    this.#used.set(path, line)
    this.#hasNews ||= isNews
  }

  #write(lines: readonly (readonly [path: string, line: string])[]): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const temporary = `${this.#file}.${randomUUID()}.tmp`
    try {
      const content = lines.map(([, line]) => `${line}\n`).join('')
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
    return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1, line.indexOf('\t')), line]))
  } catch {
    return new Map()
  }
}

interface Remembered {
  readonly entry: Entry
  /** Both are JSON: a table needs no findings, and findings need no table. */
  readonly comparable: string
  readonly findings: string
}

/** An entry is preceded by its checksum, so that a damaged one is not used. In JSON there is no tab. */
function writeLine(path: string, entry: Entry, comparable: string, findings: string): string {
  const content = [path, JSON.stringify(entry), comparable, findings].join('\t')
  return `${digest(content)} ${content}`
}

function readLine(line: string): Remembered | null {
  const end = line.indexOf(' ')
  const content = line.slice(end + 1)
  if (line.slice(0, end) !== digest(content)) return null
  const [, entry = '', comparable = '', findings = ''] = content.split('\t')
  return { entry: JSON.parse(entry), comparable, findings }
}

/** What few ask for is read when it is asked for. */
function toFile({ name, path }: Version, { entry, ...remembered }: Remembered): LintedFile {
  let comparable: ComparableReport | null | undefined
  let findings: LintedFile['findings'] | undefined
  return {
    name,
    path,
    fixed: 0,
    conceals: false,
    report: entry.report,
    get comparable() {
      comparable =
        comparable === undefined ? (JSON.parse(remembered.comparable) as ComparableReport | null) : comparable
      return comparable
    },
    get findings() {
      findings ??= JSON.parse(remembered.findings) as LintedFile['findings']
      return findings
    },
    get lines() {
      const text = readIfUnchanged(path, entry.content)
      return text === null ? [] : findKeptLines(text, this)
    },
  }
}

function readIfUnchanged(path: string, content: string): string | null {
  try {
    const bytes = readFileSync(path)
    return digest(bytes) === content ? new TextDecoder().decode(bytes) : null
  } catch {
    return null
  }
}
