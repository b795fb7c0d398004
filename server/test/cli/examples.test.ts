import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRepository } from './known/repository.ts'
import { postmortem } from './terminal.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const examples = Object.fromEntries(
  readdirSync(join(root, 'examples')).map((name) => [`examples/${name}`, read(`examples/${name}`)]),
)

/** The arguments of each command that the README shows in a terminal, without its comment. */
const commands = [...read('README.md').matchAll(/^node dist\/cli\.js ([^#\n]+)#/gm)].map(([, command]) =>
  command!.trim(),
)

describe('the examples', () => {
  it('are a complete report without findings and an unfinished one, also beside each other', async () => {
    const { folder } = makeRepository(examples)
    const { output, status } = await postmortem('lint --format json examples', { folder })
    const files: { file: string; findings: { rule: string }[] }[] = JSON.parse(output)
    expect(files.map(({ file, findings }) => [file, findings.map(({ rule }) => rule)])).toEqual([
      ['examples/README.md', []],
      ['examples/complete.md', []],
      ['examples/draft.md', ['length-report', 'section-missing', 'section-missing']],
    ])
    expect(status).toBe(1)
  })

  it('are listed in their README', async () => {
    const { folder } = makeRepository(examples)
    const { status } = await postmortem('index --check examples/README.md', { folder })
    expect(status).toBe(0)
  })
})

describe('each command that the README shows', () => {
  it.each(commands)('works in a clone: %s', async (command) => {
    const { folder } = makeRepository(examples)
    const args = command.replace("'Checkout down'", 'Outage')
    const { status } = await postmortem(args, { folder, repository: folder })
    const findsDraft = command.startsWith('lint') && !command.includes('--since')
    expect(status).toBe(findsDraft ? 1 : 0)
  })
})
