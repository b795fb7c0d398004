// Starts VS Code's server, with the extension installed from its VSIX and everything of its own in a temporary folder.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { editorFolder, editorPackages, installEditors } from './install.mjs'
import { cleanEnvironment, Lifetime, startProcess, temporaryFolder, within } from './lifetime.mjs'

const startTimeLimit = 60_000

/** Quiet: nothing that asks, updates, recommends, watches a repository or saves on its own. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.autoSave': 'off',
}

/** The editor of that version, as a command line. It is installed if it is not there yet. */
export function findEditor(version) {
  installEditors()
  const folder = path.join(editorFolder, 'node_modules', editorPackages[version])
  return { node: findNode(folder), main: path.join(folder, 'lib', 'vscode', 'out', 'server-main.js') }
}

/**
 * @param {object} options
 * @param {'newest' | 'oldest'} [options.version]
 * @param {string} [options.vsix] The extension to install.
 * @param {object} [options.settings] The user's settings, beyond those that keep the editor quiet.
 * @param {boolean} [options.drivenByTests] Lets the page name a test suite; it also refuses dialogs.
 */
export async function startServer({ version = 'newest', vsix, settings = {}, drivenByTests = false }) {
  const lifetime = new Lifetime()
  try {
    const { node, main } = findEditor(version)
    const folder = temporaryFolder(lifetime)
    const user = path.join(folder('user/User'), 'settings.json')
    writeFileSync(user, JSON.stringify({ ...quietSettings, ...settings }, null, 2))
    // Its own home, because state is kept there too; and no gallery, so nothing is asked of the network.
    const environment = cleanEnvironment({ HOME: folder('home'), EXTENSIONS_GALLERY: '{}' })
    const locations = ['--server-data-dir', folder('server'), '--user-data-dir', folder('user')]
    const ownFolders = [...locations, '--extensions-dir', folder('extensions')]
    if (vsix) installExtension({ node, main, vsix, options: ownFolders, environment })
    const child = startProcess(
      lifetime,
      node,
      [
        main,
        ...ownFolders,
        ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
        ...['--accept-server-license-terms', '--telemetry-level', 'off'],
        ...['--disable-workspace-trust', '--disable-experiments'],
        ...(drivenByTests ? ['--enable-smoke-test-driver'] : []),
      ],
      environment,
    )
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const { port, readLog } = await findPort(child)
    return { port, folder, lifetime, ended, readLog }
  } catch (error) {
    await lifetime.close()
    throw error
  }
}

/** The address of the workbench that shows a folder; the payload is what its environment is told beyond that. */
export function workbenchAddress(port, folder, payload = []) {
  const parameters = new URLSearchParams({ folder })
  if (payload.length > 0) parameters.set('payload', JSON.stringify(payload))
  return `http://127.0.0.1:${port}/?${parameters}`
}

/** Unpacks a VSIX as the editor itself would, and answers the folder that now holds the extension. */
export function unpackExtension(vsix, folder) {
  const { node, main } = findEditor('newest')
  const environment = cleanEnvironment({ HOME: folder('home'), EXTENSIONS_GALLERY: '{}' })
  const unpacked = folder('unpacked')
  const options = ['--server-data-dir', folder('server'), '--extensions-dir', unpacked]
  installExtension({ node, main, vsix, options, environment })
  const [{ relativeLocation }] = JSON.parse(readFileSync(path.join(unpacked, 'extensions.json'), 'utf8'))
  return path.join(unpacked, relativeLocation)
}

function installExtension({ node, main, vsix, options, environment }) {
  const args = [main, ...options, '--accept-server-license-terms', '--install-extension', vsix]
  const result = spawnSync(node, args, { env: environment, encoding: 'utf8', timeout: startTimeLimit })
  if (/successfully installed/.test(result.stdout)) return
  throw new Error(
    `The editor did not install ${vsix}.\n${result.stdout}${result.stderr}${result.error ?? ''}`,
  )
}

async function findPort(child) {
  let log = ''
  const listening = new Promise((resolve, reject) => {
    const read = (data) => {
      log += data
      const port = /\blistening on (\d+)/.exec(log)?.[1]
      if (port) resolve(Number(port))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The editor's server ended with ${code}.\n${log}`)))
  })
  return {
    port: await within(startTimeLimit, "The start of the editor's server", listening),
    readLog: () => log,
  }
}

/** A Node.js that this editor runs on: the one that runs now, or the one that was installed beside it. */
function findNode(folder) {
  const { engines } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const needed = Number(/\d+/.exec(engines.node)?.[0])
  if (Number.parseInt(process.versions.node, 10) >= needed) return process.execPath
  const name = `node-${process.platform}-${process.arch}`
  const installed = path.join(editorFolder, 'node_modules', name, 'bin', 'node')
  if (existsSync(installed)) return installed
  throw new Error(
    `This editor needs Node.js ${needed}, and this is ${process.version}. Run the tests with it.`,
  )
}
