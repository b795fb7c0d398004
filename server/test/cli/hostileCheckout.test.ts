import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkDocuments } from '../../src/cli/documents.ts'
import { TeamConfigurations } from '../../src/cli/teamConfiguration.ts'
import { noteTroubles } from '../../src/cli/trouble.ts'
import { createService } from '../../src/service.ts'
import { complete, incomplete, onlyRules } from './reports.ts'
import { makeFolderForTest, postmortem } from './terminal.ts'

const secret = 'token ghs_topsecret\n'
const isRoot = process.getuid?.() === 0

describe('the command line in a checkout from elsewhere', () => {
  it('goes on with the other documents where one cannot be checked, and says so by its status', async () => {
    const folder = makeFolderForTest({ 'a.md': incomplete, 'b.md': complete })
    const service = createService({ logger: { warn: () => {}, error: () => {} }, clock: () => 0 })
    const failing = {
      ...service,
      check: (document: Parameters<typeof service.check>[0]) => {
        if (document.markdown.text() === incomplete) throw new RangeError('Maximum call stack size exceeded')
        return service.check(document)
      },
    }
    let errors = ''
    const writeError = (text: string) => {
      errors += text
    }
    const terminal = { folder, writeError, now: () => 0 } as never
    const { complain, statusOr } = noteTroubles(terminal)
    const configurations = await TeamConfigurations.from(failing, terminal, {})
    const targets = [{ kind: 'folder', path: folder }] as never
    const checked: string[] = []
    for await (const { source } of checkDocuments(
      targets,
      { service: failing, configurations, complain },
      terminal,
    )) {
      checked.push(source.name)
    }
    expect(checked).toEqual(['b.md'])
    expect(errors).toBe('postmortem: "a.md" cannot be checked: Maximum call stack size exceeded.\n')
    expect(statusOr(0)).toBe(2)
  })

  it('shows nothing of a file that its configuration is a link to', async () => {
    const elsewhere = makeFolderForTest({ secret })
    const folder = makeFolderForTest({ 'a.md': complete, '.git/HEAD': '' })
    symlinkSync(join(elsewhere, 'secret'), join(folder, '.postmortem.yml'))
    for (const format of ['text', 'json', 'github', 'sarif']) {
      const { status, output, errors } = await postmortem(`lint . --format ${format}`, { folder })
      expect(status).toBe(1)
      expect(output + errors).toContain('cannot be read')
      expect(output + errors).not.toContain('topsecret')
    }
  })

  it('shows nothing of a file outside that its configuration refers to', async () => {
    const outside = makeFolderForTest({ 'team.yml': secret })
    mkdirSync(join(outside, 'checkout/.git'), { recursive: true })
    writeFileSync(join(outside, 'checkout/a.md'), complete)
    writeFileSync(join(outside, 'checkout/.postmortem.yml'), 'extends: ../team.yml\n')
    const { output, errors } = await postmortem('lint .', { folder: join(outside, 'checkout') })
    expect(output).toContain('leads out of the repository')
    expect(output + errors).not.toContain('topsecret')
  })

  it('follows links and references inside the checkout', async () => {
    const folder = makeFolderForTest({
      '.git/HEAD': '',
      'shared.yml': onlyRules('section-missing'),
      'team/.postmortem.yml': 'extends: ../shared.yml\n',
      'team/a.md': complete,
    })
    symlinkSync('shared.yml', join(folder, '.postmortem.yml'))
    writeFileSync(join(folder, 'b.md'), complete)
    expect(await postmortem('lint .', { folder })).toMatchObject({ status: 0, errors: '' })
  })

  it.skipIf(isRoot)('says that a configuration may not be read', async () => {
    const folder = makeFolderForTest({ 'a.md': complete, '.postmortem.yml': 'rules: {}\n' })
    chmodSync(join(folder, '.postmortem.yml'), 0)
    expect((await postmortem('lint .', { folder })).output).toContain('cannot be read')
  })

  it.each([
    ['too long', (path: string) => writeFileSync(path, '# x\n'.repeat(300_000))],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('says that a configuration which is %s cannot be read', async (_, make) => {
    const folder = makeFolderForTest({ 'a.md': complete })
    make(join(folder, '.postmortem.yml'))
    const { status, output } = await postmortem('lint .', { folder })
    expect(output).toContain('This configuration cannot be read, so its settings do not apply.')
    expect(status).toBe(1)
  })

  it('never lets the name of a file speak to a workflow or a terminal', async () => {
    const name = 'a\n::error file=app.js::\u001b]0;b\u0007\u009b31m\u202e.md'
    const folder = makeFolderForTest({ [name]: Buffer.from([0x23, 0x20, 0xe9]), [`b${name}`]: incomplete })
    const { output, errors } = await postmortem('lint . --format github', { folder })
    expect(errors).toContain('cannot be read')
    for (const line of `${output}\n${errors}`.split('\n')) {
      expect(line).not.toMatch(/^::error file=app/)
      expect(line).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/)
    }
    expect((await postmortem(`lint ${'\u001b'}[31m`, { folder })).errors).not.toContain('\u001b')
  })
})

it.skipIf(process.platform === 'win32')(
  'a folder whose name a terminal would obey is named harmlessly',
  async () => {
    const name = 'a\n::error::\u001b[2J'
    const folder = makeFolderForTest({
      [`${name}/.postmortem.yml`]: 'rulez: 1\n',
      [`${name}/a.md`]: '# Postmortem\n',
    })
    const { errors } = await postmortem('report', { folder })
    expect(errors).toContain('There are mistakes in a␊::error::␛[2J/.postmortem.yml')
  },
)
