// Writes the files that are generated from the templates and the rules. With `--check` it writes nothing, and fails if
// a file is out of date: `npm run generate -- [--check]`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generatedFiles } from './generatedFiles.mjs'
import { root } from './steps.mjs'

const check = process.argv.includes('--check')
const drifted = []

for (const [file, text] of await generatedFiles()) {
  const path = join(root, file)
  if (readIfThere(path) === text) continue
  drifted.push(file)
  if (check) continue
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

if (drifted.length === 0) console.log('All generated files are up to date.')
else
  console.log(
    check ? `Out of date, run npm run generate: ${drifted.join(', ')}` : `Written: ${drifted.join(', ')}`,
  )
if (check && drifted.length > 0) process.exitCode = 1

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
