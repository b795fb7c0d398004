// What runs behind a window: the extensions that are awake, and our language server.
import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const timeLimit = 30_000
const interval = 100
const program = path.join('dist', 'server.js')

export function runningIn({ page, installed, runCommand }) {
  /** By their names, as the editor lists them. */
  async function extensions() {
    const { width, height } = page.viewportSize()
    // Only what is in sight stands on the page.
    await page.setViewportSize({ width, height: 4 * height })
    await runCommand('Developer: Show Running Extensions')
    const rows = page.locator('.runtime-extensions-editor .extension .name')
    await rows.first().waitFor()
    const names = await rows.allTextContents()
    await runCommand('View: Close All Editors')
    await page.setViewportSize({ width, height })
    return names
  }

  /** As the machine numbers them. */
  function servers() {
    const processes = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
    const ours = processes.filter((line) => line.includes(installed) && line.includes(program))
    return ours.map((line) => Number.parseInt(line, 10))
  }

  /** Another one than before, once it runs. */
  async function startedServer(before) {
    for (const deadline = Date.now() + timeLimit; Date.now() < deadline; ) {
      const server = servers().find((each) => each !== before)
      if (server !== undefined) return server
      await page.waitForTimeout(interval)
    }
    throw new Error('No language server was started.')
  }

  /** From here on none can start. */
  function removeServer() {
    const extension = readdirSync(installed).find((name) => name.startsWith('postmortem.postmortem-'))
    rmSync(path.join(installed, extension, program))
  }

  return { extensions, servers, startedServer, removeServer }
}
