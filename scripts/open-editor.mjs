// Opens a report in a real editor that has the extension: `node scripts/open-editor.mjs [FILE|FOLDER]`.
// That editor is the desktop VS Code at hand, else the one that the tests use, in the browser. Ctrl+C ends it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  cleanEnvironment,
  cleanUpOnSignals,
  Lifetime,
  temporaryFolder,
} from '../client/test/editor/lifetime.mjs'
import { startServer, workbenchAddress } from '../client/test/editor/server.mjs'
import { findVsix } from '../client/test/vsix.mjs'

const installTimeLimit = 120_000
const windows = process.platform === 'win32'

/** Settles when the desktop editor's window is closed; in the browser, never: only a signal ends it. */
export async function openEditor(target) {
  const file = realpathSync(target)
  const vsix = findVsix()
  cleanUpOnSignals(0)
  const desktop = findDesktopEditor()
  if (desktop) return openOnDesktop(desktop, file, vsix)
  return openInBrowser(file, vsix)
}

/** A profile of its own, so that the author's editor stays as it is. */
async function openOnDesktop(command, file, vsix) {
  const lifetime = new Lifetime()
  const folder = temporaryFolder(lifetime)
  const profile = ['--user-data-dir', folder('user'), '--extensions-dir', folder('extensions')]
  const environment = cleanEnvironment({})
  const installation = [...profile, '--install-extension', vsix]
  const installed = spawnSync(quote(command), installation.map(quote), {
    env: environment,
    encoding: 'utf8',
    shell: windows,
    timeout: installTimeLimit,
  })
  if (installed.status !== 0) {
    throw new Error(`${command} did not install ${vsix}.\n${installed.stdout}${installed.stderr}`)
  }
  console.log(`Opening ${file} with ${command}. Close its window, or press Ctrl+C, to end.`)
  const opening = [...profile, '--disable-workspace-trust', '--skip-welcome', '--new-window', '--wait', file]
  const child = spawn(quote(command), opening.map(quote), {
    env: environment,
    stdio: 'inherit',
    shell: windows,
  })
  await new Promise((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
  })
  await lifetime.close()
}

async function openInBrowser(file, vsix) {
  const { port } = await startServer({ vsix })
  const isFolder = statSync(file).isDirectory()
  const payload = isFolder ? [] : [['openFile', `vscode-remote://127.0.0.1:${port}${file}`]]
  const address = workbenchAddress(port, isFolder ? file : path.dirname(file), payload)
  console.log(`\nThe editor is at\n\n  ${address}\n\nPress Ctrl+C to end it.`)
  showInBrowser(address)
  await new Promise(() => {})
}

/** The editor that VSCODE_EXECUTABLE names, else the first that is on the search path. */
function findDesktopEditor() {
  const named = process.env.VSCODE_EXECUTABLE
  if (named && !existsSync(named)) throw new Error(`VSCODE_EXECUTABLE names ${named}, which does not exist.`)
  return named || ['code', 'codium', 'code-insiders'].find(isOnSearchPath)
}

function isOnSearchPath(name) {
  const endings = windows ? ['.cmd', '.exe'] : ['']
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.some((folder) => endings.some((ending) => existsSync(path.join(folder, name + ending))))
}

/** Where there is no browser to start, the printed address has to do. */
function showInBrowser(address) {
  const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] }
  const [command, ...options] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...options, address], { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
}

function quote(argument) {
  return windows ? `"${argument}"` : argument
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await openEditor(process.argv[2] ?? fileURLToPath(new URL('../examples', import.meta.url)))
}
