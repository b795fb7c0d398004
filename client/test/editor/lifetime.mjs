// What a test run starts or leaves on disk, and the promise that it is gone when the run ends, however it ends.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const gracePeriod = 3_000

/** Things to close, last opened first. */
export class Lifetime {
  #closers = []

  add(close) {
    this.#closers.push(close)
  }

  async close() {
    for (const close of this.#closers.splice(0).reverse()) {
      try {
        await close()
      } catch (error) {
        console.error(`Could not clean up: ${error}`)
      }
    }
  }
}

/** A new temporary folder; the answer makes folders in it. */
export function temporaryFolder(lifetime) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postmortem-editor-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  lifetime.add(whateverHappens(remove))
  return (name) => {
    const inside = path.join(folder, name)
    mkdirSync(inside, { recursive: true })
    return inside
  }
}

/** Starts a program in a process group of its own, so that whatever it starts itself ends with it. */
export function startProcess(lifetime, command, args, environment) {
  const detached = process.platform !== 'win32'
  const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached })
  const signal = (name) => {
    try {
      if (detached) process.kill(-child.pid, name)
      else child.kill(name)
    } catch {
      // It has ended already.
    }
  }
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const kill = whateverHappens(() => signal('SIGKILL'))
  lifetime.add(async () => {
    signal('SIGTERM')
    await Promise.race([ended, wait(gracePeriod, undefined, { ref: false })])
    kill()
  })
  return child
}

/** The same environment, less what an editor around this process has put there. */
export function cleanEnvironment(additions) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('VSCODE_') && name !== 'NODE_OPTIONS' && name !== 'ELECTRON_RUN_AS_NODE',
  )
  return { ...Object.fromEntries(inherited), ...additions }
}

/** Fails when the work takes longer than the limit. */
export async function within(milliseconds, what, work) {
  const limit = new AbortController()
  const expired = wait(milliseconds, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`${what} took longer than ${milliseconds / 1000} s.`)
  })
  try {
    return await Promise.race([work, expired])
  } finally {
    limit.abort()
  }
}

let isPrepared = false

/** A signal, or a reader that has gone, would alone end this process without any clean-up. */
export function cleanUpWhenStopped(exitCode = 1) {
  if (isPrepared) return
  isPrepared = true
  const stop = () => process.exit(exitCode)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)
  process.stdout.once('error', stop)
}

/** What is still to be done when this process ends; what came last goes first: a program ends before its folder is removed. */
const pending = new Set()

process.once('exit', () => {
  for (const act of [...pending].reverse()) {
    try {
      act()
    } catch (error) {
      // The others must still have their turn.
      console.error(`Could not clean up: ${error}`)
    }
  }
})

/** The same action, also taken when this process ends before anyone asked for it; never taken twice. */
function whateverHappens(act) {
  const once = () => {
    if (pending.delete(once)) act()
  }
  pending.add(once)
  return once
}
