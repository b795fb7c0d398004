// Installs the packed extension into a desktop VS Code with a profile of its own, and runs the suite there.
// node desktop.mjs VSIX FOLDER, where the folder is empty and takes the profile and the workspace.
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron'
import { driverFolder, suites, testFolder } from './build.mjs'

const installTimeLimit = 120_000

const [vsix, folder] = process.argv.slice(2)
const executable = process.env.VSCODE_EXECUTABLE ?? (await download())
const profile = [
  `--extensions-dir=${path.join(folder, 'extensions')}`,
  `--user-data-dir=${path.join(folder, 'user')}`,
]
installExtension()
const workspace = path.join(folder, 'workspace')
cpSync(path.join(testFolder, 'fixture'), workspace, { recursive: true })
await runTests({
  vscodeExecutablePath: executable,
  extensionDevelopmentPath: driverFolder,
  extensionTestsPath: suites.node,
  launchArgs: [workspace, ...profile],
  reuseMachineInstall: true,
})

async function download() {
  try {
    return await downloadAndUnzipVSCode({ cachePath: path.join(testFolder, '.vscode-test') })
  } catch (error) {
    throw new Error('No desktop VS Code: set VSCODE_EXECUTABLE to one, or run the kinds that need none.', {
      cause: error,
    })
  }
}

function installExtension() {
  const shell = process.platform === 'win32'
  const command = resolveCliPathFromVSCodeExecutablePath(executable)
  const args = [...profile, '--install-extension', vsix, '--force']
  const result = spawnSync(shell ? `"${command}"` : command, args, {
    encoding: 'utf8',
    shell,
    timeout: installTimeLimit,
  })
  if (result.status !== 0) {
    throw new Error(
      `The editor did not install ${vsix}.\n${result.stdout}${result.stderr}${result.error ?? ''}`,
    )
  }
}
