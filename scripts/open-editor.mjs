// Opens a report in a real editor that has the extension: `node scripts/open-editor.mjs [FILE|FOLDER]`; without one, a
// copy of the examples.
// The editor is an installed desktop VS Code if there is one; otherwise the one that the tests use, in the browser.
// Ctrl+C closes it.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  commandLineOf,
  installOnDesktop,
  namedDesktopEditor,
  profileOptions,
  shellSafe,
} from '../client/test/editor/desktop.mjs'
import {
  cleanEnvironment,
  cleanUpWhenStopped,
  Lifetime,
  temporaryFolder,
} from '../client/test/editor/lifetime.mjs'
import { startServer, workbenchAddress } from '../client/test/editor/server.mjs'
import { findVsix } from '../client/test/vsix.mjs'

const windows = process.platform === 'win32'

/** Resolves when the editor's window has been closed or its server has stopped. */
export async function openEditor(target) {
  const file = realpathSync(target)
  const vsix = findVsix()
  cleanUpWhenStopped(0)
  const command = findDesktopCommand()
  await (command ? openOnDesktop(command, file, vsix) : openInBrowser(file, vsix))
}

/** Whoever tries things out may save them, so the examples themselves are never opened. The copy is kept. */
export function copyExamples() {
  const copy = mkdtempSync(path.join(tmpdir(), 'postmortem-examples-'))
  cpSync(fileURLToPath(new URL('../examples', import.meta.url)), copy, { recursive: true })
  return copy
}

async function openOnDesktop(command, file, vsix) {
  const lifetime = new Lifetime()
  const profile = profileOptions(temporaryFolder(lifetime)('desktop'))
  installOnDesktop(command, profile, vsix)
  console.log(`Opening ${file} with ${command}. Close its window, or press Ctrl+C, to end.`)
  const options = [...profile, '--disable-workspace-trust', '--skip-welcome', '--new-window', '--wait', file]
  const child = spawn(...shellSafe(command, options), {
    env: cleanEnvironment({}),
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
  const { port, ended, lifetime } = await startServer({ vsix })
  const isFolder = statSync(file).isDirectory()
  const payload = isFolder ? [] : [['openFile', `vscode-remote://127.0.0.1:${port}${file}`]]
  const address = workbenchAddress(port, isFolder ? file : path.dirname(file), payload)
  console.log(`\nThe editor is at\n\n  ${address}\n\nPress Ctrl+C to end it.`)
  showInBrowser(address)
  await ended
  await lifetime.close()
}

/** The desktop editor that VSCODE_EXECUTABLE names, or else the first one on the search path. */
function findDesktopCommand() {
  const named = namedDesktopEditor()
  return named ? commandLineOf(named) : ['code', 'codium', 'code-insiders'].find(isOnSearchPath)
}

function isOnSearchPath(name) {
  const endings = windows ? ['.cmd', '.exe'] : ['']
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.some((folder) => endings.some((ending) => existsSync(path.join(folder, name + ending))))
}

/** Ignores errors: if no browser can be started, the printed address is enough. */
function showInBrowser(address) {
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }
  const [command, ...options] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...options, address], { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await openEditor(process.argv[2] ?? copyExamples())
}
