// Runs the suite in a desktop VS Code, as another process whose lines are read and which can be ended in time.

import path from 'node:path'
import { createInterface } from 'node:readline'
import { testFolder } from './build.mjs'
import { namedDesktopEditor } from './editor/desktop.mjs'
import { cleanEnvironment, Lifetime, startProcess, temporaryFolder, within } from './editor/lifetime.mjs'

const timeLimit = 600_000

export async function runDesktop(vsix, tally) {
  const lifetime = new Lifetime()
  try {
    const folder = temporaryFolder(lifetime)
    const named = namedDesktopEditor()
    const script = [path.join(testFolder, 'desktop.mjs'), vsix, folder('desktop'), ...(named ? [named] : [])]
    const child = startProcess(lifetime, process.execPath, script, cleanEnvironment({}))
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
