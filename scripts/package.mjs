// Packs the extension into postmortem-<version>.vsix, and fails when that outgrows its budget.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, tool } from './steps.mjs'

const budget = 1.2 * 1024 * 1024
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

// The project has no public address yet, so there is none to write into the manifest or to resolve links against.
const status = tool(
  'vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
)
if (status !== 0) process.exit(status)

const size = statSync(join(root, `${name}-${version}.vsix`)).size
console.log(`${(size / 1024).toFixed(0)} of ${budget / 1024} KiB`)
if (size > budget) {
  console.error('The packed extension is larger than its budget.')
  process.exitCode = 1
}
