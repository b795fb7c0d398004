import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import { defaultTemplate } from '../../src/templates/index.ts'

const root = resolve(import.meta.dirname, '../../..')

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
  const document = MarkdownDocument.from(readFileSync(join(root, page), 'utf8'))
  return readReport(document, defaultTemplate, [], undefined, undefined, page).recognition.postmortem
}
