// Runs the suite in VS Code's server build: the workbench in Chromium, the extension host in Node.js or in a worker.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format } from 'node:util'
import { driverFolder, suites, testFolder } from './build.mjs'
import { within } from './editor/lifetime.mjs'
import { openWorkbench } from './editor/workbench.mjs'

const timeLimit = 300_000

/** The suite of the host on the reports, or these tests on this workspace. */
export async function runInServer(
  { kind, version, host, vsix, tests = suites[host], workspace = path.join(testFolder, 'fixture') },
  tally,
) {
  const { promise: finished, resolve: finish } = deferred()
  const workbench = await openWorkbench({
    version,
    vsix,
    workspace,
    driver: { host, extension: driverFolder, tests },
    prepare: async (page) => {
      page.on('crash', () => finish({ code: 'The page crashed.', logs: [] }))
      // The editor calls these two when it runs a suite: with each line of its consoles, and at the end.
      await page.exposeFunction('codeAutomationLog', (_type, args) => tally.read(format(...args)))
      await page.exposeFunction('codeAutomationExit', (code, logs) => finish({ code, logs }))
    },
  })
  try {
    const ended = within(timeLimit, 'The suite', finished)
    const { code, logs } = await ended.catch((error) => ({ code: error.message, logs: [] }))
    if (code === 0 && tally.failed === 0) return
    if (tally.failed === 0) tally.fail('the suite', code === 1 ? 'The editor could not run it.' : code)
    await leaveTraces(kind, workbench, logs)
  } finally {
    await workbench.close()
  }
}

async function leaveTraces(kind, { page, readLog }, logs) {
  const folder = path.join(testFolder, 'screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${kind}-failed.png`) }).catch(() => {})
  const written = logs.map(({ relativePath, contents }) => `--- ${relativePath}\n${contents}`)
  writeFileSync(path.join(folder, `${kind}-failed.log`), [readLog(), ...written].join('\n'))
  console.log(`  Its window and its logs: ${path.relative('.', folder)}/${kind}-failed.*`)
}

function deferred() {
  let resolve
  const promise = new Promise((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
