// Installs the real editors that the tests run in: VS Code's server builds, as code-server publishes them to npm.
// No install script runs and nothing is compiled; where all is in place already, it returns at once.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const editorFolder = path.dirname(fileURLToPath(import.meta.url))

/** Each version of the editor by the name of its package: the newest, and the oldest that runs on Node 20. */
export const editorPackages = { newest: 'code-server', oldest: 'code-server-oldest' }

/** What only the editor's chat wants: more than half of the download. */
const unneededDependencies = [
  '@github/copilot-sdk',
  '@vscode/copilot-api',
  '@microsoft/mxc-sdk',
  '@devcontainers/cli',
]

const installTimeLimit = 10 * 60_000

export function installEditors() {
  const stamp = path.join(editorFolder, 'node_modules', '.installed')
  const wanted = fingerprint(['package-lock.json', 'install.mjs'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing the editors that the tests run in (about 900 MB, once)…')
  npm(editorFolder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  for (const name of Object.values(editorPackages)) installOwnPackages(name)
  writeFileSync(stamp, wanted)
}

/** Does what the package's install script would do, less the compiling: it installs the editor's own dependencies. */
function installOwnPackages(name) {
  const folder = path.join(editorFolder, 'node_modules', name, 'lib', 'vscode')
  const file = path.join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  for (const dependency of unneededDependencies) delete manifest.dependencies[dependency]
  writeFileSync(file, JSON.stringify(manifest, null, 2))
  // It has to be `install`: the lockfile inside the package is incomplete, and `ci` refuses it.
  npm(folder, ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
}

function fingerprint(names) {
  const hash = createHash('sha256')
  for (const name of names) hash.update(readFileSync(path.join(editorFolder, name)))
  return hash.digest('hex')
}

function npm(folder, args) {
  execFileSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    timeout: installTimeLimit,
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installEditors()
