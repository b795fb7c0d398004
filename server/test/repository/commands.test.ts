import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Command {
  readonly command: string
  readonly title: string
}

const manifest: { readonly contributes: { readonly commands: readonly Command[] } } = JSON.parse(
  read('package.json'),
)
const titles: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'))
const tests = ['client/test/suite', 'client/test/ui']
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => read(join(folder, file))))
  .join('\n')

describe('the tests in real editors', () => {
  it('run every command', () => {
    expect(manifest.contributes.commands.length).toBeGreaterThan(20)
    const untested = manifest.contributes.commands.filter((command) => !isRun(command))
    expect(untested.map(({ command }) => command)).toEqual([])
  })
})

describe('npm start -- --open', () => {
  it('opens a copy of the examples, which stay as they are', async () => {
    const { copyExamples } = await import('../../../scripts/open-editor.mjs')
    const copy = copyExamples()
    try {
      expect(resolve(copy).startsWith(root)).toBe(false)
      expect(readdirSync(copy).sort()).toEqual(readdirSync(join(root, 'examples')).sort())
    } finally {
      rmSync(copy, { recursive: true })
    }
  })
})

/** A test runs a command by its id, through the helper `run`, or by its title in the palette. */
function isRun({ command, title }: Command): boolean {
  const name = command.replace('postmortem.', '')
  const shown = `Postmortem: ${titles[title.replaceAll('%', '')]?.replace('…', '')}`
  return [`'${command}'`, `run('${name}'`, shown].some((call) => tests.includes(call))
}
