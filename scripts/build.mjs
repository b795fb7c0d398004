// Builds the bundles in dist/ and the page of the extension, and fails if a bundle exceeds its size budget:
// `npm run build` or `npm run watch`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, context } from 'esbuild'
import { editorApi } from './editorApi.mjs'
import { resolveLinks } from './resolveLinks.mjs'
import { root } from './steps.mjs'

const { version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * The maximum size of each bundle, in KiB after gzip. The packages that the server includes (the protocol, the
 * Markdown engine, YAML with positions) are worth their size, and a new one must be, too. The browser's client
 * includes the preview's engine, because an extension in the browser is loaded from one file.
 */
const budgets = {
  'client.js': 5,
  'tools.js': 120,
  'server.js': 370,
  'preview.js': 140,
  'cli.js': 305,
  'client.browser.js': 250,
  'server.browser.js': 370,
}

const watch = process.argv.includes('--watch')
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
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
const executable = { banner: { js: '#!/usr/bin/env node' } }

const bundles = [
  { ...node, entryPoints: ['client/src/extension.node.ts'], outfile: 'dist/client.js', plugins: [editorApi] },
  { ...node, entryPoints: ['client/src/tools.node.ts'], outfile: 'dist/tools.js', plugins: [editorApi] },
  { ...node, ...executable, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
  {
    ...node,
    ...executable,
    entryPoints: ['server/src/main.cli.ts'],
    outfile: 'dist/cli.js',
    define: { POSTMORTEM_VERSION: JSON.stringify(version) },
  },
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

if (watch) {
  for (const bundle of bundles) await (await context({ ...bundle, logLevel: 'info' })).watch()
} else {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  await Promise.all(bundles.map((bundle) => build(bundle)))
  writePage()
  reportSizes()
}

/** What an editor shows of the extension; the README of the repository is for those who build it. */
function writePage() {
  const source = 'client/README.md'
  const text = readFileSync(join(root, source), 'utf8')
  writeFileSync(join(root, 'dist', 'README.md'), resolveLinks(text, source, repository?.url))
}

function reportSizes() {
  let exceeded = false
  for (const [file, budget] of Object.entries(budgets)) {
    const content = readFileSync(join(root, 'dist', file))
    const size = gzipSync(content).length / 1024
    const verdict = size > budget ? 'TOO LARGE' : 'ok'
    exceeded ||= size > budget
    const minified = (content.length / 1024).toFixed(0).padStart(4)
    console.log(
      `${file.padEnd(18)} ${minified} KiB, gzip ${size.toFixed(1).padStart(5)} of ${budget} KiB  ${verdict}`,
    )
  }
  if (exceeded) process.exitCode = 1
}
