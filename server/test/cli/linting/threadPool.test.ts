import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Thread, ThreadFailure, ThreadPool } from '../../../src/cli/linting/threadPool.ts'
import { runs } from '../../runs.ts'

/** A task takes this many turns; null ends the thread. */
type Task = number | null

/** Threads that answer a task with itself. */
function openPool(maxThreads: number) {
  const threads: EventEmitter[] = []
  let ended = 0
  const start = (): Thread => {
    const events = new EventEmitter()
    threads.push(events)
    let last = Promise.resolve()
    let isRunning = true
    const work = async (task: Task) => {
      for (let turn = 0; turn < (task ?? 1); turn += 1) await setImmediate()
      if (!isRunning) return
      if (task !== null) events.emit('message', task)
      else {
        isRunning = false
        events.emit('error', new Error('Out of memory'))
        events.emit('exit', 1)
      }
    }
    const postMessage = (task: Task) => {
      last = last.then(() => work(task))
    }
    const terminate = async () => (ended += 1)
    return Object.assign(events, { postMessage, terminate }) as unknown as Thread
  }
  const pool = new ThreadPool<Task, number>(start, maxThreads)
  return { pool, threads, ended: () => ended }
}

describe('a pool of threads', () => {
  it('answers every task, and fails only those on which a thread ends', async () => {
    const tasks = fc.array(fc.option(fc.nat(3), { freq: 5 }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(tasks, fc.integer({ min: 1, max: 4 }), async (given, maxThreads) => {
        const { pool, ended } = openPool(maxThreads)
        await pool.run(0)
        const answers = await Promise.all(given.map((task) => pool.run(task)))
        const failures = answers.filter((answer) => answer instanceof ThreadFailure)
        expect(answers.filter((answer) => !failures.includes(answer as ThreadFailure))).toEqual(
          given.filter((task) => task !== null),
        )
        expect(failures.every(({ reason }) => reason instanceof Error)).toBe(true)
        pool.end()
        expect(ended()).toBeLessThanOrEqual(maxThreads)
      }),
      { numRuns: runs(20) },
    )
  })

  it('starts no more threads than there is work for', async () => {
    const { pool, threads } = openPool(3)
    for (const task of [1, 0, 2]) await pool.run(task)
    expect(threads).toHaveLength(1)
    await Promise.all([pool.run(1), pool.run(1)])
    expect(threads).toHaveLength(2)
    await Promise.all(Array.from({ length: 20 }, () => pool.run(1)))
    expect(threads).toHaveLength(3)
  })

  it('gives up where no thread can run, and says that the other tasks were not tried', async () => {
    const { pool, threads } = openPool(2)
    const answers = await Promise.all([null, null, 1, 1].map((task) => pool.run(task)))
    const reasons = answers.map((answer) => answer instanceof ThreadFailure && answer.reason)
    expect(reasons).toEqual([expect.any(Error), expect.any(Error), null, null])
    expect(threads).toHaveLength(2)
  })
})
