import { Worker } from 'node:worker_threads'
import { randomFrom } from './random.mjs'
import { shrink } from './shrink.mjs'

const maxPrinted = 2_000
/** Processor time, of which a busy machine takes no more. An attempt that takes longer never ends. */
const maxSeconds = 180
/** An attempt that waits for longer, without anything to do, never ends either. */
const maxSecondsAsleep = 900

/**
 * Makes one attempt for each seed, until one fails, or the attempts or the time are used up. A kind makes an attempt,
 * which is plain data, from random numbers or from the seed itself, and checks it: null, or the reason why it fails.
 *
 * @returns {Promise<number>} the number of failures
 */
export async function attack(name, { createKind }, { seconds, attempts, seed }) {
  const kind = await createKind()
  const watcher = watchAttempts()
  const startedAt = performance.now()
  const goesOn = () => next - seed < attempts && performance.now() - startedAt < seconds * 1000
  let next = seed
  do {
    const attempt = kind.make(randomFrom(next), next)
    const alone = { name, seed: next, attempts: 1 }
    watcher.postMessage(describe(attempt, 'it does not end', alone))
    const reason = await kind.check(attempt)
    watcher.postMessage(null)
    if (reason !== null) {
      // A failure that an earlier attempt has prepared needs that one as well.
      const failsAlone = next === seed || (await (await createKind()).check(attempt)) !== null
      const smallest = await shrink(attempt, kind)
      const run = failsAlone ? alone : { name, seed, attempts: next - seed + 1 }
      console.log(describe(smallest.attempt, smallest.reason ?? `${reason}, but not again`, run))
      return 1
    }
    next += 1
  } while (goesOn())
  console.log(`${name}: ${next - seed} attempts from seed ${seed}, 0 failures`)
  return 0
}

function describe(attempt, reason, { name, seed, attempts }) {
  const printed = JSON.stringify(attempt).slice(0, maxPrinted)
  const repeat = `npm run fuzz -- --kind ${name} --seed ${seed} --attempts ${attempts}`
  return `FAILURE of ${name}: ${reason}\n  ${printed}\n  repeat: ${repeat}`
}

/** A thread that is told of each attempt, because this one may be busy forever. */
function watchAttempts() {
  const source = `
    const { parentPort } = require('node:worker_threads')
    const { writeSync } = require('node:fs')
    const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6 }
    let timer
    parentPort.on('message', (description) => {
      clearInterval(timer)
      if (description === null) return
      const [startedAt, usedBefore] = [performance.now(), used()]
      timer = setInterval(() => {
        const isAsleep = performance.now() - startedAt > ${maxSecondsAsleep * 1000}
        if (!isAsleep && used() - usedBefore < ${maxSeconds}) return
        writeSync(1, description + '\\n')
        process.kill(process.pid, 'SIGKILL')
      }, 1000)
    })
  `
  const watcher = new Worker(source, { eval: true })
  watcher.unref()
  return watcher
}
