import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')
const threats = [...page.matchAll(/^\| (.+?) \| .+ \| `(\S+\.test\.ts)`: (.+) \|$/gm)].map(
  ([, threat, file, test]) => ({ threat, file: file ?? '', test: test ?? '' }),
)

it('names a test for each threat', () => {
  const rows = page.match(/^\| (?!threat|---).+\|$/gm)
  expect(threats).toHaveLength(rows?.length ?? 0)
  expect(threats.length).toBeGreaterThan(10)
})

it.each(threats)('has the test that it names for: $threat', ({ file, test }) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(test)
})
