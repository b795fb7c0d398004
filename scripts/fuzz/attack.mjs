import { Worker } from 'node:worker_threads'
import { randomFrom } from './random.mjs'
import { shrink } from './shrink.mjs'

const maxPrinted = 2_000
/** An attempt that takes longer never ends. */
const maxSeconds = 180

/**
 * Makes one attempt for each seed, until one fails or the time is up. A kind makes an attempt, which is plain data,
 * from random numbers, and checks it: null, or the reason why it fails.
 *
 * @returns {Promise<number>} the number of failures
 */
export async function attack(name, { createKind }, { seconds, seed }) {
  const kind = await createKind()
  const watcher = watchAttempts()
  const startedAt = performance.now()
  const hasTime = () => performance.now() - startedAt < seconds * 1000
  let next = seed
  do {
    const attempt = kind.make(randomFrom(next))
    watcher.postMessage(describe(name, next, attempt, 'it does not end'))
    const reason = await kind.check(attempt)
    watcher.postMessage(null)
    if (reason !== null) {
      const smallest = await shrink(attempt, kind)
      console.log(describe(name, next, smallest.attempt, smallest.reason ?? `${reason}, but not again`))
      return 1
    }
    next += 1
  } while (hasTime())
  console.log(`${name}: ${next - seed} attempts from seed ${seed}, 0 failures`)
  return 0
}

function describe(name, seed, attempt, reason) {
  const printed = JSON.stringify(attempt).slice(0, maxPrinted)
  return `FAILURE of ${name}: ${reason}\n  ${printed}\n  repeat: npm run fuzz -- --kind ${name} --seed ${seed} --seconds 0`
}

/** A thread that is told of each attempt, because this one may be busy forever. */
function watchAttempts() {
  const source = `
    const { parentPort } = require('node:worker_threads')
    let timer
    parentPort.on('message', (description) => {
      clearTimeout(timer)
      if (description === null) return
      timer = setTimeout(() => {
        require('node:fs').writeSync(1, description + '\\n')
        process.kill(process.pid, 'SIGKILL')
      }, ${maxSeconds * 1000})
    })
  `
  const watcher = new Worker(source, { eval: true })
  watcher.unref()
  return watcher
}
