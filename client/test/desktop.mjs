// Installs the packed extension into a desktop VS Code with a profile of its own, and runs the suite there.
// node desktop.mjs VSIX FOLDER [EXECUTABLE], where the folder is empty and takes the profile and the workspace.
// Without an executable the newest editor is downloaded.
import { cpSync } from 'node:fs'
import path from 'node:path'
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron'
import { driverFolder, suites, testFolder } from './build.mjs'
import { commandLineOf, installOnDesktop, profileOptions } from './editor/desktop.mjs'

const [vsix, folder, named] = process.argv.slice(2)
const executable = named ?? (await download())
const profile = profileOptions(folder)
installOnDesktop(commandLineOf(executable), profile, vsix)
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
    console.error(`No desktop VS Code could be downloaded: ${error.message}`)
    console.error('Set VSCODE_EXECUTABLE to one, or run the kinds that need none: node web oldest ui.')
    process.exit(1)
  }
}
