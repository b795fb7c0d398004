// Opens the workbench of a running VS Code server in a headless Chromium: a real editor, on a page.
import { cpSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { serveFolders } from './fileServer.mjs'
import { editorFolder } from './install.mjs'
import { startServer, unpackExtension, workbenchAddress } from './server.mjs'

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const usualBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Opens a copy of the workspace, so that nothing a test does reaches the original; `folder` in the answer is where.
 *
 * @param {object} options
 * @param {'newest' | 'oldest'} [options.version]
 * @param {string} options.workspace
 * @param {string} options.vsix The packed extension.
 * @param {object} [options.settings]
 * @param {{ host: 'node' | 'web', extension: string, tests: string }} [options.driver]
 *   The suite to run: the extension that holds it, the file in there, and the extension host that is to run it.
 *   In the web worker host the packed extension is served to the page instead of being installed.
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare] Called before the page loads.
 */
export async function openWorkbench({ version, workspace, vsix, settings, driver, prepare }) {
  // Without one, nothing needs to be started.
  findBrowser()
  const inWorker = driver?.host === 'web'
  const server = await startServer({
    version,
    settings,
    drivenByTests: driver !== undefined,
    ...(inWorker ? {} : { vsix }),
  })
  const { port, folder, lifetime, readLog } = server
  try {
    const copy = folder('reports')
    cpSync(workspace, copy, { recursive: true })
    const browser = await launchBrowser()
    lifetime.add(() => browser.close())
    const page = await browser.newPage({
      viewport: { width: 1200, height: 800 },
      // The page's policy would refuse the extension that is served beside it.
      bypassCSP: inWorker,
    })
    await prepare?.(page)
    if (inWorker) {
      const extension = unpackExtension(vsix, (name) => folder(path.join('packed', name)))
      await serveExtensions(page, { driver, extension, lifetime })
    }
    await page.goto(workbenchAddress(port, copy, driver && !inWorker ? nodeHostPayload(driver, port) : []))
    return { page, folder: copy, close: () => lifetime.close(), readLog }
  } catch (error) {
    await lifetime.close()
    throw error
  }
}

export async function launchBrowser() {
  const { chromium } = createRequire(path.join(editorFolder, 'package.json'))('playwright-core')
  const headless = !process.env.POSTMORTEM_TEST_HEADED
  return chromium.launch({ executablePath: findBrowser(), args: browserArguments, headless })
}

/** Where there is no Chromium, the error says how to get one. */
export function findBrowser() {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`)
  const found = named || usualBrowsers.find((each) => existsSync(each))
  if (found) return found
  throw new Error(
    'The editor needs a Chromium: `apt-get install chromium`, or set CHROMIUM to the path of one.',
  )
}

/** The driver and its suite, named in the address: that is how the editor is told of what runs in Node.js. */
function nodeHostPayload(driver, port) {
  const address = (file) => `vscode-remote://127.0.0.1:${port}${file}`
  return [
    ['extensionDevelopmentPath', address(driver.extension)],
    ['extensionTestsPath', address(driver.tests)],
    ['skipWelcome', 'true'],
  ]
}

/** A web extension is loaded over HTTP, and the editor is told of it in the page's own configuration. */
async function serveExtensions(page, { driver, extension, lifetime }) {
  const files = await serveFolders({ driver: driver.extension, extension })
  lifetime.add(files.close)
  const address = (file) => ({ scheme: 'http', authority: `localhost:${files.port}`, path: file })
  const tests = path.relative(driver.extension, driver.tests)
  await page.addInitScript(configurePage, {
    extensions: [address('/driver'), address('/extension')],
    extensionTestsPath: address(`/driver/${tests}`),
  })
}

/** Runs in the page, before the editor reads its configuration. */
function configurePage(developmentOptions) {
  document.addEventListener('readystatechange', () => {
    const element = document.getElementById('vscode-workbench-web-configuration')
    if (document.readyState !== 'interactive' || !element) return
    const configuration = JSON.parse(element.getAttribute('data-settings'))
    configuration.developmentOptions = { ...configuration.developmentOptions, ...developmentOptions }
    element.setAttribute('data-settings', JSON.stringify(configuration))
  })
}
