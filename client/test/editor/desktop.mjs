// A desktop VS Code on this machine, and the packed extension in a profile of its own there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron'
import { cleanEnvironment } from './lifetime.mjs'

const installTimeLimit = 120_000
const windows = process.platform === 'win32'

/** The editor that VSCODE_EXECUTABLE names, if it names one. */
export function namedDesktopEditor() {
  const named = process.env.VSCODE_EXECUTABLE
  if (named && !existsSync(named)) throw new Error(`VSCODE_EXECUTABLE names ${named}, which does not exist.`)
  return named || undefined
}

/** What answers to the options of a command line; the program of the window itself does not. */
export function commandLineOf(executable) {
  const command = resolveCliPathFromVSCodeExecutablePath(executable)
  return existsSync(command) ? command : executable
}

/** The options that make an editor forget the author's own settings and extensions. */
export function profileOptions(folder) {
  return [
    `--user-data-dir=${path.join(folder, 'user')}`,
    `--extensions-dir=${path.join(folder, 'extensions')}`,
  ]
}

export function installOnDesktop(command, profile, vsix) {
  const result = spawnSync(...shellSafe(command, [...profile, '--install-extension', vsix, '--force']), {
    env: cleanEnvironment({}),
    encoding: 'utf8',
    shell: windows,
    timeout: installTimeLimit,
  })
  if (result.status === 0) return
  throw new Error(
    `${command} did not install ${vsix}.\n${result.stdout}${result.stderr}${result.error ?? ''}`,
  )
}

/** On Windows the command is a script that needs a shell, which would take the spaces in a path apart. */
export function shellSafe(command, options) {
  const quote = (argument) => (windows ? `"${argument}"` : argument)
  return [quote(command), options.map(quote)]
}
