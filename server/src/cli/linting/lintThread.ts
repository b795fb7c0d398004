import type { MessagePort } from 'node:worker_threads'
import type { Severity } from '../../checking/rule.ts'
import { openService } from '../openService.ts'
import type { SourceFile } from '../readSources.ts'
import { type Chosen, TeamConfigurations } from '../teamConfiguration.ts'
import { type Linted, lintWith } from './lintSource.ts'

/** What a thread needs to know to lint like the thread that started it. */
export interface LintThreadData {
  readonly folder: string
  readonly now: number
  readonly chosen: Chosen
  readonly severity: Severity
}

/** The rest stays behind, because only a fix and the cache need it. */
export type LintTask = Omit<SourceFile, 'bytes' | 'stamp'>

export interface LintAnswer {
  readonly linted: Linted | null
  readonly complaints: readonly string[]
  /** Lines for standard error. */
  readonly log: readonly string[]
}

/** Answers each document with its findings. */
export function answerLintTasks(port: MessagePort, { folder, now, chosen, severity }: LintThreadData): void {
  let complaints: string[] = []
  let log: string[] = []
  const service = openService({ now: () => now, writeError: (text) => log.push(text) })
  const opening = TeamConfigurations.from(service, { folder }, chosen).then((configurations) =>
    lintWith({
      service,
      configurations,
      complain: (sentence) => complaints.push(sentence),
      now,
      severity,
    }),
  )
  const answer = async (task: LintTask): Promise<void> => {
    const lint = await opening
    const linted = await lint({ ...task, bytes: new Uint8Array(), stamp: null })
    port.postMessage({ linted, complaints, log } satisfies LintAnswer)
    complaints = []
    log = []
  }
  let last = Promise.resolve()
  port.on('message', (task: LintTask) => {
    last = last.then(() => answer(task))
  })
}
