// Runs the suite in a desktop VS Code, as another process whose lines are read and which can be ended in time.

import path from 'node:path'
import { createInterface } from 'node:readline'
import { testFolder } from './build.mjs'
import { cleanEnvironment, Lifetime, startProcess, temporaryFolder, within } from './editor/lifetime.mjs'

const timeLimit = 600_000

export async function runDesktop(vsix, tally) {
  const lifetime = new Lifetime()
  try {
    const folder = temporaryFolder(lifetime)
    const script = path.join(testFolder, 'desktop.mjs')
    const child = startProcess(
      lifetime,
      process.execPath,
      [script, vsix, folder('desktop')],
      cleanEnvironment({}),
    )
    const tail = []
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        tally.read(line)
        tail.push(line)
      })
    }
    const ended = new Promise((resolve) => child.once('close', resolve))
    const code = await within(timeLimit, 'The run', ended)
    if (code !== 0 && tally.failed === 0) tally.fail('the run itself', tail.slice(-15).join('\n'))
  } finally {
    await lifetime.close()
  }
}
