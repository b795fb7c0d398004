// The bundles that the extension and the command line consist of.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editorApi } from './editorApi.mjs'
import { root } from './steps.mjs'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const common = {
  absWorkingDir: root,
  bundle: true,
  legalComments: 'none',
  target: 'es2022',
  // ES modules bundle smaller than CommonJS, so they come first.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  // The Node.js build is CommonJS, from which esbuild cannot remove unused code.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
}
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' }
const browser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  // Without this, some packages would use `document`, which a worker does not have.
  conditions: ['worker'],
}
const executable = {
  banner: { js: '#!/usr/bin/env node' },
  define: { POSTMORTEM_VERSION: JSON.stringify(version) },
}

/** What esbuild is told to make each bundle of. */
export function bundlesOf({ watch }) {
  return bundles.map((bundle) => ({ ...bundle, minify: !watch, sourcemap: watch }))
}

const bundles = [
  { ...node, entryPoints: ['client/src/extension.node.ts'], outfile: 'dist/client.js', plugins: [editorApi] },
  { ...node, entryPoints: ['client/src/tools.node.ts'], outfile: 'dist/tools.js', plugins: [editorApi] },
  { ...node, ...executable, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
  { ...node, ...executable, entryPoints: ['server/src/main.cli.ts'], outfile: 'dist/cli.js' },
  { ...node, entryPoints: ['server/src/main.preview.ts'], outfile: 'dist/preview.js' },
  {
    ...browser,
    entryPoints: ['client/src/extension.browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    plugins: [editorApi],
    alias: { ...common.alias, '@postmortem/preview': join(root, 'server/src/main.preview.ts') },
  },
  {
    ...browser,
    entryPoints: ['server/src/main.browser.ts'],
    outfile: 'dist/server.browser.js',
    format: 'iife',
  },
]
