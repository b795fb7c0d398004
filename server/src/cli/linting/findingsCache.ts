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
import type { Comparable } from '../../library/comparable.ts'
import type { Incident } from '../../library/incident.ts'
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

/**
 * What is kept of a document, in the order of its columns. Its text is not, and neither is a document with something to
 * conceal. All but the first four are JSON, of which only what somebody asks for is read: a table needs no findings, and
 * findings need no table.
 */
type Columns = readonly [
  path: string,
  context: string,
  content: string,
  /** Empty if it is null. */
  stamp: string,
  facts: string,
  incidents: string,
  compared: string,
  findings: string,
]

interface Facts {
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
    const { path, content, stamp } = version
    const line = this.#unused.get(path)
    if (line === undefined) return null
    const columns = line.split('\t') as unknown as Columns
    const [, context, knownContent, knownStamp, written] = columns
    if (context !== version.context) return null
    const isSame = content === null ? stamp !== null && stamp === knownStamp : content === knownContent
    if (!isSame) return null
    const facts = JSON.parse(written) as Facts
    if (!areUnchanged(facts.dependencies, path, this.#now)) return null
    const isNews = content !== null && (stamp ?? '') !== knownStamp
    this.#keepLine(path, isNews ? columns.with(stampColumn, stamp ?? '').join('\t') : line, isNews)
    return toFile(version, facts, columns)
  }

  keep({ file, dependencies }: Linted, { path, context, content, stamp }: Version): void {
    const { report, findings, incidents, comparable = null, conceals } = file
    if (conceals || content === null || separators.test(path)) {
      // What is remembered of it belongs to another text.
      this.#hasNews ||= this.#unused.delete(path)
      return
    }
    const facts: Facts = { dependencies, report }
    // The words by which incidents are alike are sentences of the report.
    const withoutProse = incidents.map((each) => ({ ...each, text: '' }))
    const json = [facts, withoutProse, toCompared(comparable), findings].map((part) => JSON.stringify(part))
    this.#keepLine(path, [path, context, content, stamp ?? '', ...json].join('\t'), true)
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
      const content = Buffer.from(lines.map(([, line]) => `${line}\n`).join(''))
      // A file that was damaged is not used.
      const checked = Buffer.concat([Buffer.from(`${digest(content)}\n`), content])
      writeFileSync(temporary, checked, { flag: 'wx', mode: 0o600 })
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

/** What is compared, without the incidents, which have a column of their own. */
interface Compared extends Omit<ComparableReport, 'incidents'> {
  readonly parts: readonly Omit<Comparable, 'incident'>[]
}

function toCompared(comparable: ComparableReport | null): Compared | null {
  if (comparable === null) return null
  const { incidents, ...others } = comparable
  return { ...others, parts: incidents.map(({ incident, ...part }) => part) }
}

function toComparable(compared: Compared | null, incidents: readonly Incident[]): ComparableReport | null {
  if (compared === null) return null
  const { parts, ...others } = compared
  return { ...others, incidents: parts.map((part, index) => ({ ...part, incident: incidents[index]! })) }
}

const extension = '.findings'

/** The folder may hold files of somebody else. */
const ownName = /^[0-9a-f]{16}\.findings$/

/** In milliseconds: thirty days. */
const maxAge = 30 * millisecondsPerDay

const stampColumn = 3

/** In JSON there are none of them. */
const separators = /[\t\n]/

/** The lines by the paths of their documents. A file that cannot be read is as good as none. */
function readLines(file: string): Map<string, string> {
  try {
    const bytes = readFileSync(file)
    const end = bytes.indexOf('\n')
    const content = bytes.subarray(end + 1)
    if (bytes.toString('latin1', 0, end) !== digest(content)) return new Map()
    const lines = content.toString('utf8').split('\n').slice(0, -1)
    return new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line]))
  } catch {
    return new Map()
  }
}

function toFile({ name, path }: Version, { report }: Facts, columns: Columns): LintedFile {
  const [, , content, , , incidentsColumn, comparedColumn, findingsColumn] = columns
  const incidents = once(() => JSON.parse(incidentsColumn) as readonly Incident[])
  const findings = once(() => JSON.parse(findingsColumn) as LintedFile['findings'])
  const comparable = once(() => toComparable(JSON.parse(comparedColumn) as Compared | null, incidents()))
  return {
    name,
    path,
    fixed: 0,
    conceals: false,
    report,
    get incidents() {
      return incidents()
    },
    get comparable() {
      return comparable()
    },
    get findings() {
      return findings()
    },
    get lines() {
      const text = readIfUnchanged(path, content)
      return text === null ? [] : findKeptLines(text, this)
    },
  }
}

function once<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | null = null
  return () => {
    known ??= { value: read() }
    return known.value
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
