import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')
const dangers = [...page.matchAll(/^\| (.+?) \| .+ \| `(\S+\.test\.ts)`: (.+) \|$/gm)].map(
  ([, danger = '', file = '', test = '']) => [danger, file, test] as const,
)

it('names a test for each threat, and for each fault that was found', () => {
  const rows = page.match(/^\| (?!threat |fault |---).+\|$/gm)
  expect(dangers).toHaveLength(rows?.length ?? 0)
  expect(dangers.length).toBeGreaterThan(20)
})

it.each(dangers)('has the test that it names for: %s', (_, file, test) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(`'${test}`)
})
