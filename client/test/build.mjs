// Bundles the suite once for each extension host, into the driver extension that carries it.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export const testFolder = path.dirname(fileURLToPath(import.meta.url))
export const driverFolder = path.join(testFolder, 'driver')

/** The built suite of each host. */
export const suites = {
  node: path.join(driverFolder, 'out', 'node.js'),
  web: path.join(driverFolder, 'out', 'web.js'),
}

const common = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' }

export async function buildSuites() {
  const entry = (name) => [path.join(testFolder, 'suite', name)]
  await Promise.all([
    build({
      ...common,
      entryPoints: entry('node.ts'),
      outfile: suites.node,
      platform: 'node',
      target: 'node20',
      external: ['vscode', 'mocha'],
    }),
    build({
      ...common,
      entryPoints: entry('web.ts'),
      outfile: suites.web,
      platform: 'browser',
      target: 'es2022',
      external: ['vscode'],
      // Mocha's build for browsers looks for the names that a page has.
      define: { global: 'globalThis' },
    }),
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSuites()
