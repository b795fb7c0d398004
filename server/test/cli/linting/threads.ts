import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { answerLintTasks, type LintThreadData } from '../../../src/cli/linting/lintThread.ts'
import type { Thread } from '../../../src/cli/linting/threadPool.ts'

/** Lints as a thread of its own does, but in this thread. */
export function startThreadHere(data: object): Thread {
  const { port1, port2 } = new MessageChannel()
  answerLintTasks(port2, data as LintThreadData)
  return Object.assign(port1, {
    terminate: async () => {
      port1.close()
      return 0
    },
  }) as unknown as Thread
}

/** A thread that ends with this error as soon as it is given something to do. */
export function startBrokenThread(error: Error): Thread {
  const events = new EventEmitter()
  return Object.assign(events, {
    postMessage: () =>
      queueMicrotask(() => {
        events.emit('error', error)
        events.emit('exit', 1)
      }),
    terminate: async () => 0,
  }) as unknown as Thread
}
