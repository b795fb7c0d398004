// Checks everything that can be checked without a real editor: `npm test`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, node, requireNode, step, tool } from './steps.mjs'

requireNode()
install()
step('Build the bundles within their budgets', () => node('scripts/build.mjs'))
step('Check the types', () => tool('tsc', '-b'))
step('Lint and check the format', () => tool('biome', 'check'))
step('Look for unused code', () => tool('knip'))
step('Check the generated files', () => node('scripts/generate.mjs', '--check'))
step('Prove that the regular expressions take linear time', () => node('scripts/patterns/check.mjs'))

const folder = mkdtempSync(join(tmpdir(), 'postmortem-test-'))
const results = join(folder, 'results.json')
step('Run the tests', () => {
  const status = tool(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  )
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
  rmSync(folder, { recursive: true })
  // As the other runs say it, so that the end of all of them can repeat it.
  for (const { fullName, failureMessages } of testResults.flatMap((file) => file.assertionResults)) {
    if (failureMessages.length === 0) continue
    const reason = failureMessages.join('\n').split('\n').slice(0, 12).join('\n')
    console.log(`  ✗ ${fullName}\n${reason.replace(/^/gm, '      ')}`)
  }
  console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
  return numPassedTests > 0 ? status : 1
})
