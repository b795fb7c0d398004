// Builds the bundles in dist/ and the page of the extension, and fails if a bundle exceeds its size budget:
// `npm run build` or `npm run watch`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, context } from 'esbuild'
import { bundlesOf } from './bundles.mjs'
import { resolveLinks } from './resolveLinks.mjs'
import { root } from './steps.mjs'

const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * The maximum size of each bundle, in KiB after gzip. The packages that the server includes (the protocol, the
 * Markdown engine, YAML with positions) are worth their size, and a new one must be, too. The browser's client
 * includes the preview's engine, because an extension in the browser is loaded from one file.
 */
const budgets = {
  'client.js': 5,
  'tools.js': 125,
  'server.js': 455,
  'preview.js': 174,
  'cli.js': 401,
  'client.browser.js': 294,
  'server.browser.js': 445,
}

const watch = process.argv.includes('--watch')
const bundles = bundlesOf({ watch })

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
