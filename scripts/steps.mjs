// Helpers of the project's commands. They use only built-in modules, because no package may be installed yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const oldestNode = 20

export function requireNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= oldestNode) return
  console.error(`Node.js ${oldestNode} or newer is needed; this is ${process.version}.`)
  process.exit(2)
}

/**
 * Installs the packages in the lockfile, unless the lockfile has not changed since the last time. No script of a
 * package runs, and neither does the build, which is a step of its own.
 */
export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.installed-lockfile')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  step('Install the packages', () => npm('ci', '--ignore-scripts'))
  writeFileSync(stamp, wanted)
}

/** Runs one step under a heading, and exits if it fails. */
export function step(title, run) {
  console.log(`\n# ${title}`)
  const start = performance.now()
  const status = run()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (status === 0) {
    console.log(`  (${seconds} s)`)
    return
  }
  console.error(`\n"${title}" failed with status ${status}.`)
  process.exit(1)
}

export function npm(...args) {
  const script = process.env.npm_execpath
  return script?.endsWith('.js')
    ? run(process.execPath, script, ...args)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ...args)
}

/** Runs a tool from node_modules/.bin. */
export function tool(name, ...args) {
  return npm('exec', '--offline', '--', name, ...args)
}

export function node(script, ...args) {
  return run(process.execPath, join(root, script), ...args)
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: command.endsWith('.cmd'),
  })
  if (error) console.error(String(error))
  return status ?? 1
}
