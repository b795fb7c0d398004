import { Worker } from 'node:worker_threads'

/**
 * Ends this process within about a second of the end of the client's. The library looks after the client as well, but
 * from a timer, which does not fire while a document is read. A worker's does, and there is nothing left to save.
 */
export function watchClient(processId: number): void {
  const worker = new Worker(watch, {
    eval: true,
    workerData: processId,
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  })
  worker.unref()
  // Without the worker, the library's own timer remains.
  worker.on('error', () => {})
}

const watch = `
const { workerData } = require('node:worker_threads')
setInterval(() => {
  try {
    process.kill(workerData, 0)
  } catch (error) {
    if (error.code === 'ESRCH') process.kill(process.pid, 'SIGKILL')
  }
}, 1000)
`
