import type { Worker } from 'node:worker_threads'

/** A thread that answers each message with one message, in the order in which they arrive. */
export type Thread = Pick<Worker, 'on' | 'postMessage' | 'terminate'>

/** The thread ended while it worked on a task, or, without a reason, no thread could be started. */
export class ThreadFailure {
  readonly reason: unknown

  constructor(reason: unknown) {
    this.reason = reason
  }
}

interface Job<Task, Answer> {
  readonly task: Task
  readonly settle: (answer: Answer | ThreadFailure) => void
}

/** Shares tasks among threads, which are started as they are needed. The failure of one task touches no other. */
export class ThreadPool<Task, Answer> {
  readonly #start: () => Thread
  readonly #waiting: Job<Task, Answer>[] = []
  /** The tasks that each thread has not answered yet, beginning with the one that it works on. */
  readonly #given = new Map<Thread, Job<Task, Answer>[]>()
  #maxThreads: number
  #hasAnswer = false

  constructor(start: () => Thread, maxThreads: number) {
    this.#start = start
    this.#maxThreads = maxThreads
  }

  run(task: Task): Promise<Answer | ThreadFailure> {
    return new Promise((settle) => {
      this.#waiting.push({ task, settle })
      this.#giveTasks()
    })
  }

  /** Drops the tasks that have not been answered. */
  end(): void {
    this.#waiting.length = 0
    for (const thread of this.#given.keys()) void thread.terminate()
    this.#given.clear()
  }

  #giveTasks(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#findThread()
      if (thread === null) break
      const job = this.#waiting.shift() as Job<Task, Answer>
      this.#given.get(thread)?.push(job)
      thread.postMessage(job.task)
    }
    if (this.#maxThreads > 0) return
    for (const { settle } of this.#waiting.splice(0)) settle(new ThreadFailure(null))
  }

  /** The thread with the fewest tasks; null if all have enough. */
  #findThread(): Thread | null {
    const [least] = [...this.#given].sort(([, some], [, others]) => some.length - others.length)
    if (least !== undefined && least[1].length === 0) return least[0]
    if (this.#given.size < this.#maxThreads) return this.#open()
    return least !== undefined && least[1].length < maxGiven ? least[0] : null
  }

  #open(): Thread {
    const thread = this.#start()
    let reason: unknown = null
    this.#given.set(thread, [])
    thread.on('message', (answer: Answer) => {
      this.#hasAnswer = true
      this.#given.get(thread)?.shift()?.settle(answer)
      this.#giveTasks()
    })
    thread.on('error', (error) => {
      reason = error
    })
    thread.on('exit', () => {
      const [failed, ...others] = this.#given.get(thread) ?? []
      this.#given.delete(thread)
      // Where no thread can run, they are not started over and over.
      if (!this.#hasAnswer) this.#maxThreads -= 1
      failed?.settle(new ThreadFailure(reason))
      this.#waiting.unshift(...others)
      this.#giveTasks()
    })
    return thread
  }
}

/** One to work on, and one to go on with at once. */
const maxGiven = 2
