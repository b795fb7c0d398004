// Bundles the suite once for each extension host, into the driver extension that carries it.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export const testFolder = path.dirname(fileURLToPath(import.meta.url))
export const driverFolder = path.join(testFolder, 'driver')

const built = (name) => path.join(driverFolder, 'out', name)

/** What runs in each extension host: the suite, and the measurement of the activation. */
export const suites = { node: built('node.js'), web: built('web.js') }
export const measurements = { node: built('activation.node.js'), web: built('activation.web.js') }

const common = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' }

const hosts = {
  node: { ...common, platform: 'node', target: 'node20', external: ['vscode', 'mocha'] },
  web: {
    ...common,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    // Mocha's build for browsers looks for the names that a page has.
    define: { global: 'globalThis' },
  },
}

export async function buildSuites() {
  await Promise.all([
    buildFor('node', 'node.ts', suites),
    buildFor('web', 'web.ts', suites),
    buildFor('node', 'activation.ts', measurements),
    buildFor('web', 'activation.ts', measurements),
  ])
}

function buildFor(host, entry, outputs) {
  const entryPoints = [path.join(testFolder, 'suite', entry)]
  return build({ ...hosts[host], entryPoints, outfile: outputs[host] })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSuites()
