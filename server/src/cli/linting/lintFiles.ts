import type { LintedFile } from '../../checking/lintedFile.ts'
import type { SourceFile } from '../readSources.ts'
import type { TeamConfigurations } from '../teamConfiguration.ts'
import type { Terminal } from '../terminal.ts'
import type { Complain } from '../trouble.ts'
import type { Known, KnownFindings, RecalledFile } from './knownFindings.ts'
import type { Linted, LintSource } from './lintSource.ts'
import type { LintAnswer, LintTask, LintThreadData } from './lintThread.ts'
import { ThreadFailure, ThreadPool } from './threadPool.ts'

/** Lints in other threads. */
export interface LintThreads {
  readonly open: () => ThreadPool<LintTask, LintAnswer>
  readonly writeLog: (text: string) => void
}

interface Linting {
  readonly sources: AsyncIterable<SourceFile | RecalledFile>
  readonly configurations: TeamConfigurations
  readonly lookUp: KnownFindings['lookUp']
  readonly lintHere: LintSource
  /** Null keeps everything in this thread. */
  readonly threads: LintThreads | null
  readonly complain: Complain
}

/** Null if this process has only one thread. */
export function openThreads(
  { startThread, processors, writeError }: Terminal,
  data: LintThreadData,
): LintThreads | null {
  if (startThread === null || processors < 2) return null
  const threads = Math.min(processors, maxThreads)
  return { open: () => new ThreadPool(() => startThread(data), threads), writeLog: writeError }
}

/** Each needs some 100 MB, and this one cannot keep many more of them busy. */
const maxThreads = 8

/** A document whose turn is to come. */
type Ahead = { readonly faultyFiles: readonly LintedFile[] } & Document

type Document =
  | { readonly known: LintedFile; readonly missing: null }
  | { readonly known: null; readonly missing: Unknown }

/** A document that must be linted. */
interface Unknown {
  readonly source: SourceFile
  readonly keep: Known['keep']
  /** Null if no other thread works on it. */
  answer: Promise<LintAnswer | ThreadFailure> | null
}

/**
 * Lints documents in their order, each faulty configuration file before the first document that it applies to. What
 * comes out depends neither on the number of threads nor on what is known.
 */
export async function* lintFiles({
  sources,
  configurations,
  lookUp,
  lintHere,
  threads,
  complain,
}: Linting): AsyncGenerator<LintedFile> {
  const ahead: Ahead[] = []
  const unknown = new Set<Unknown>()
  let pool: ThreadPool<LintTask, LintAnswer> | null = null
  const handOver = (each: Unknown) => {
    if (pool === null) return
    const { bytes, stamp, ...task } = each.source
    each.answer = pool.run(task)
  }
  const lint = async ({ source, answer }: Unknown): Promise<Linted | null> => {
    const given = await answer
    if (given === null || (given instanceof ThreadFailure && !isOutOfMemory(given))) return lintHere(source)
    if (given instanceof ThreadFailure) {
      complain(`"${source.name}" cannot be checked: it needs too much memory.`)
      return null
    }
    for (const text of given.log) threads?.writeLog(text)
    given.complaints.forEach(complain)
    return given.linted
  }
  const findOut = async (source: SourceFile | RecalledFile): Promise<Document> => {
    if ('recalled' in source) return { known: source.recalled, missing: null }
    const { file, keep } = await lookUp(source)
    return file === null
      ? { known: null, missing: { source, keep, answer: null } }
      : { known: file, missing: null }
  }
  const takeNext = async function* (next = ahead.shift()) {
    if (next === undefined) return
    const { faultyFiles, known, missing } = next
    yield* faultyFiles
    if (missing === null) yield known
    else {
      unknown.delete(missing)
      const linted = await lint(missing)
      if (linted === null) return
      missing.keep(linted)
      yield linted.file
    }
  }
  try {
    for await (const source of sources) {
      await configurations.for(source)
      const faultyFiles = configurations.takeFaultyFiles()
      const each = { faultyFiles, ...(await findOut(source)) }
      ahead.push(each)
      if (each.missing !== null) {
        unknown.add(each.missing)
        handOver(each.missing)
      }
      if (threads !== null && unknown.size < minDocumentsForThreads && ahead.length < maxAhead) continue
      if (pool === null && threads !== null && unknown.size >= minDocumentsForThreads) {
        pool = threads.open()
        unknown.forEach(handOver)
      }
      yield* takeNext()
    }
    while (ahead.length > 0) yield* takeNext()
    yield* configurations.takeFaultyFiles()
  } finally {
    pool?.end()
  }
}

/** Threads take time to start, which pays only if there is much to do. */
const minDocumentsForThreads = 40

/** Most of these are known, so they only wait for the others to become enough for threads. */
const maxAhead = 400

function isOutOfMemory({ reason }: ThreadFailure): boolean {
  return reason instanceof Error && 'code' in reason && reason.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
