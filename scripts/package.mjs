// Packages the extension into postmortem-<version>.vsix, and fails if that exceeds its size budget.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, tool } from './steps.mjs'

const budget = 1696 * 1024
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

// The project has no public repository yet. Once it has one, its address goes into the manifest, and nowhere else.
const status = tool(
  'vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--readme-path',
  'dist/README.md',
)
if (status !== 0) process.exit(status)

const size = statSync(join(root, `${name}-${version}.vsix`)).size
console.log(`${(size / 1024).toFixed(0)} of ${budget / 1024} KiB`)
if (size > budget) {
  console.error('The packed extension exceeds its size budget.')
  process.exitCode = 1
}
