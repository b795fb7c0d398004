import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { createService } from '../../src/service.ts'

const root = resolve(import.meta.dirname, '../../..')
const service = createService({ logger: console, clock: () => 0 })

const pages = [
  'README.md',
  'CHANGELOG.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'STYLE.md',
  'SECURITY.md',
  ...markdownIn('docs'),
]

it('no document of this repository is recognised as a postmortem', () => {
  expect(pages.length).toBeGreaterThan(60)
  expect(pages.filter(isRecognised)).toEqual([])
})

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort()
}

function isRecognised(page: string): boolean {
  return service.open(readFileSync(join(root, page), 'utf8'), { address: page }).report.recognition.postmortem
}
