import type { LintedFile } from '../../checking/lintedFile.ts'
import type { SourceFile } from '../readSources.ts'
import type { TeamConfigurations } from '../teamConfiguration.ts'
import type { Terminal } from '../terminal.ts'
import type { Complain } from '../trouble.ts'
import type { Known } from './knownFindings.ts'
import type { Linted, LintSource } from './lintSource.ts'
import type { LintAnswer, LintTask, LintThreadData } from './lintThread.ts'
import { ThreadFailure, ThreadPool } from './threadPool.ts'

/** Lints in other threads. */
export interface LintThreads {
  readonly open: () => ThreadPool<LintTask, LintAnswer>
  readonly writeLog: (text: string) => void
}

interface Linting {
  readonly sources: AsyncIterable<SourceFile>
  readonly configurations: TeamConfigurations
  readonly lookUp: (source: SourceFile) => Promise<Known>
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
interface Ahead {
  readonly source: SourceFile
  readonly faultyFiles: readonly LintedFile[]
  readonly known: Known
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
  let unknown = 0
  let pool: ThreadPool<LintTask, LintAnswer> | null = null
  const handOver = (each: Ahead) => {
    if (pool === null || each.known.file !== null) return
    const { bytes, ...task } = each.source
    each.answer = pool.run(task)
  }
  const lint = async ({ source, answer }: Ahead): Promise<Linted | null> => {
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
  const takeNext = async function* (next = ahead.shift()) {
    if (next === undefined) return
    yield* next.faultyFiles
    if (next.known.file !== null) {
      yield next.known.file
      return
    }
    unknown -= 1
    const linted = await lint(next)
    if (linted === null) return
    next.known.keep(linted)
    yield linted.file
  }
  try {
    for await (const source of sources) {
      await configurations.for(source)
      const faultyFiles = configurations.takeFaultyFiles()
      const each: Ahead = { source, faultyFiles, known: await lookUp(source), answer: null }
      ahead.push(each)
      if (each.known.file === null) unknown += 1
      handOver(each)
      if (threads !== null && unknown < minDocumentsForThreads && ahead.length < maxAhead) continue
      if (pool === null && threads !== null && unknown >= minDocumentsForThreads) {
        pool = threads.open()
        ahead.forEach(handOver)
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
