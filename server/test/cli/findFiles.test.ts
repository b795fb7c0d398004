import { symlinkSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, postmortem } from './terminal.ts'

const folder = makeFolder({
  'b.md': '',
  'a.markdown': '',
  'A.MD': '',
  'notes.txt': '',
  'deep/er/c.md': '',
  'deep.md': '',
  'deep/[1].md': '',
  '.github/hidden.md': '',
  '.git/hidden.md': '',
  'node_modules/package/readme.md': '',
  'teams/.postmortem.yml': 'files: ["incidents/*.txt", ".private/**", "!**/draft*"]\n',
  'teams/incidents/one.txt': '',
  'teams/incidents/draft.txt': '',
  'teams/incidents/two.md': '',
  'teams/.private/three.text': '',
  'teams/.other/four.md': '',
})
symlinkSync(join(folder, 'b.md'), join(folder, 'link.md'))
symlinkSync(folder, join(folder, 'deep', 'circle'))

/** Checks the files that the arguments lead to, with slashes, in order. */
async function check(args: string, files: readonly string[], errors = '') {
  const outcome = await postmortem(`lint --quiet --format json ${args}`, { folder })
  const found = JSON.parse(outcome.output).map(({ file }: { file: string }) => file.replaceAll(sep, '/'))
  expect({ found, errors: outcome.errors }).toEqual({ found: files, errors })
}

describe('the files of a command', () => {
  it('are the Markdown files of a folder by name, except hidden ones, installed ones and links', async () => {
    await check('deep', ['deep/[1].md', 'deep/er/c.md'])
    await check('.', [
      'A.MD',
      'a.markdown',
      'b.md',
      'deep/[1].md',
      'deep/er/c.md',
      'deep.md',
      'teams/.private/three.text',
      'teams/incidents/one.txt',
      'teams/incidents/two.md',
    ])
  })

  it('are what is named, whatever it is called', async () => {
    await check('notes.txt .github link.md', ['notes.txt', '.github/hidden.md', 'link.md'])
  })

  it('come in the order of the arguments, and each of them once', async () => {
    await check('deep.md deep/er deep deep.md', ['deep.md', 'deep/er/c.md', 'deep/[1].md'])
  })

  it('include those that the configuration counts as reports', async () => {
    await check('teams', ['teams/.private/three.text', 'teams/incidents/one.txt', 'teams/incidents/two.md'])
  })

  it('are what a pattern matches, whatever shell passes it on', async () => {
    await check('*.md', ['b.md', 'deep.md'])
    await check('**/*.md', ['b.md', 'deep/[1].md', 'deep/er/c.md', 'deep.md', 'teams/incidents/two.md'])
    await check('deep/**', ['deep/[1].md', 'deep/er/c.md'])
    await check('*/{er,incidents}/*.{md,txt}', [
      'deep/er/c.md',
      'teams/incidents/draft.txt',
      'teams/incidents/one.txt',
      'teams/incidents/two.md',
    ])
    await check('.github/*', ['.github/hidden.md'])
    await check('*/.private/*', ['teams/.private/three.text'])
    await check(`${folder}/*.markdown`, ['a.markdown'])
    await check('teams/../[ab].md', ['b.md'])
  })

  it('are a file before they are a pattern', async () => {
    await check('deep/[1].md', ['deep/[1].md'])
  })

  it('are reported as missing when a pattern matches none', async () => {
    await check('b.md *.rst', ['b.md'], 'postmortem: No file matches "*.rst".\n')
    expect((await postmortem('lint *.rst', { folder })).status).toBe(2)
    await check('nowhere/*.md', [], 'postmortem: No file matches "nowhere/*.md".\n')
  })

  it('are not looked for by a pattern that leads out or nowhere', async () => {
    const { status, errors } = await postmortem('lint */../*.md', { folder })
    expect(status).toBe(2)
    expect(errors).toContain('"*/../*.md" is not a valid pattern.')
  })
})
