import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../runs.ts'
import { complete, incomplete, misspelt, onlyRules } from '../reports.ts'
import { makeFolderForTest, postmortem } from '../terminal.ts'
import { startThreadHere } from './threads.ts'

const rules = [
  'section-missing',
  'section-title-misspelt',
  'link-dead',
  'action-overdue',
  'time-in-future',
  'secret-exposed',
  'front-matter-invalid',
]
const configuration = onlyRules(...rules)
const dated = complete
  .replace('## Timeline\n\nText.', '## Timeline\n\n- 2026-03-20 14:00 UTC - An alert fired.')
  .replace('Measures\n\nText.', 'Measures\n\n- [ ] Rotate the logs, due 2026-03-18')
const linking = complete.replace('Text.', 'See [the log](logs/day.txt) and [another](b.md).')
const secret = `AKIA${'Q3EGRIFFIN7PELICA'.slice(0, 16)}`
const secretive = incomplete.replace('Text.', `The key was ${secret}.`)

/** The date in the world of these tests is the 14th of March 2026. */
const day = (date: number) => Date.UTC(2026, 2, date, 9, 26)

function lintIn(folder: string, args = '') {
  return postmortem(`lint --cache --format json ${args}`, { folder, now: () => day(14) })
}

/** The lines of everything that is remembered about a folder, without the checksum above them. */
function remembered(folder: string): readonly string[] {
  const cache = join(folder, '.cache')
  const files = existsSync(cache) ? readdirSync(cache) : []
  return files.flatMap((name) => readFileSync(join(cache, name), 'utf8').split('\n').slice(1, -1))
}

const stamp = /^\d+ \d+ \d+ \d+$/
const stampIn = (line: string) => line.split('\t')[3]

describe('lint --cache', () => {
  it('writes byte for byte what lint without it writes, whatever has happened in between', async () => {
    const names = ['a.md', 'b.md', 'team/c.md', 'team/d.md'] as const
    const name = fc.constantFrom(...names)
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          write: name,
          content: fc.constantFrom(complete, incomplete, misspelt, dated, linking, secretive, '# A list\n'),
        }),
      },
      fc.record({ remove: fc.oneof(name, fc.constantFrom('logs/day.txt', 'team/.postmortem.yml')) }),
      fc.record({ write: fc.constant('logs/day.txt'), content: fc.constant('') }),
      fc.record({
        write: fc.constantFrom('.postmortem.yml', 'team/.postmortem.yml'),
        content: fc.constantFrom(
          configuration,
          `${configuration}template: public\n`,
          `${configuration}overrides: [{ files: ['**/c.md'], rules: { link-dead: off } }]\n`,
          `${configuration}colour: red\n`,
          'extends: ../.postmortem.yml\n',
        ),
      }),
      fc.record({ date: fc.integer({ min: 14, max: 25 }) }),
      fc.record({
        options: fc.constantFrom('', '--template public', '--severity error', '--rule link-dead=off'),
      }),
      fc.record({ program: fc.constantFrom('one', 'another') }),
      fc.record({ damage: fc.nat() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const folder = makeFolderForTest({
          '.postmortem.yml': configuration,
          ...Object.fromEntries(
            names.map((each, index) => [each, [dated, linking, secretive, misspelt][index]!]),
          ),
        })
        let [date, options, program] = [14, '', 'one']
        for (const each of [...steps, { date: 15 }]) {
          if ('write' in each) {
            mkdirSync(dirname(join(folder, each.write)), { recursive: true })
            writeFileSync(join(folder, each.write), each.content)
          }
          if ('remove' in each) rmSync(join(folder, each.remove), { force: true })
          if ('date' in each) date = each.date
          if ('options' in each) options = each.options
          if ('program' in each) program = each.program
          if ('damage' in each) damage(folder, each.damage)
          const world = { folder, now: () => day(date), identify: () => program }
          const cached = await postmortem(`lint . --cache ${options}`, world)
          expect(cached).toEqual(await postmortem(`lint . ${options}`, world))
        }
      }),
      { numRuns: runs(4) },
    )
  })

  it('does not check a document again that has not changed', async () => {
    const names = Array.from({ length: 45 }, (_, index) => `${index}.md`)
    const folder = makeFolderForTest(Object.fromEntries(names.map((each) => [each, complete])))
    let checked = 0
    const startThread = (data: object) => {
      const thread = startThreadHere(data)
      const { postMessage } = thread
      return Object.assign(thread, {
        postMessage: (task: unknown) => {
          checked += 1
          postMessage.call(thread, task)
        },
      })
    }
    const world = { folder, startThread, processors: 2 }
    const first = await postmortem('lint --cache', world)
    expect(checked).toBe(45)
    expect(await postmortem('lint --cache', world)).toEqual(first)
    expect(checked).toBe(45)
    expect(await postmortem('lint --cache', { ...world, identify: () => 'its next version' })).toEqual(first)
    expect(checked).toBe(90)
  })

  describe('does not open a file again that has not been written since', () => {
    /** Long enough after the files are written that nothing can happen unnoticed. */
    const later = () => Date.now() + 60_000

    /** Marks what is remembered, so that it shows whether it is used. */
    async function remember(content = incomplete) {
      const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'a.md': content })
      const lint = (world: object = {}) =>
        postmortem('lint --cache --format json a.md', { folder, now: later, ...world })
      const truth = await lint()
      const [name] = readdirSync(join(folder, '.cache')) as [string]
      const file = join(folder, '.cache', name)
      const [line] = remembered(folder) as [string]
      const changed = `${line.replace('"line":3', '"line":1')}\n`
      const checksum = createHash('sha256').update(`${changed.length} `).update(changed).digest('hex')
      writeFileSync(file, `${checksum}\n${changed}`)
      return { path: join(folder, 'a.md'), folder, truth, lint }
    }
    const other = incomplete.replace('Text.', 'Note.')

    it('as its size, times and number tell', async () => {
      const { truth, lint } = await remember()
      expect((await lint()).output).toBe(truth.output.replace('"line": 3', '"line": 1'))
    })

    it('but one that was touched is known by its text', async () => {
      const { path, truth, lint } = await remember()
      utimesSync(path, 1, 1)
      expect((await lint()).output).not.toBe(truth.output)
    })

    it('but reads one whose size and time are as they were', async () => {
      const { path, truth, lint } = await remember()
      const { atime, mtime } = statSync(path)
      writeFileSync(path, other)
      utimesSync(path, atime, mtime)
      expect(statSync(path)).toMatchObject({ size: incomplete.length, mtime })
      expect(await lint()).toEqual(truth)
    })

    it('but reads one that was replaced by another one', async () => {
      const { path, truth, lint } = await remember()
      const { atime, mtime } = statSync(path)
      writeFileSync(`${path}.new`, other)
      utimesSync(`${path}.new`, atime, mtime)
      renameSync(`${path}.new`, path)
      expect(await lint()).toEqual(truth)
    })

    it('but checks it again with another configuration or version', async () => {
      const { folder, truth, lint } = await remember()
      expect(await lint({ identify: () => 'its next version' })).toEqual(truth)
      const { lint: again, folder: another } = await remember()
      writeFileSync(join(another, '.postmortem.yml'), `${configuration}template: public\n`)
      expect(await again()).toEqual(
        await postmortem('lint --format json a.md', { folder: another, now: later }),
      )
      expect(remembered(folder)).toHaveLength(1)
    })
  })

  it('opens a file again that was written just before it was read', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'a.md': incomplete })
    const lint = (now: number) => postmortem('lint --cache --format json', { folder, now: () => now })
    await lint(Date.now())
    expect(remembered(folder).map(stampIn)).toEqual([''])
    await lint(Date.now() + 60_000)
    expect(remembered(folder).map(stampIn)).toEqual([expect.stringMatching(stamp)])
  })

  it('opens no file again that was read long after it was written, even by a run that began before', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'a.md': incomplete })
    let time = Date.now()
    const now = () => {
      time += 10_000
      return time
    }
    await postmortem('lint --cache --format json', { folder, now })
    expect(remembered(folder).map(stampIn)).toEqual([expect.stringMatching(stamp)])
  })

  it('leaves what it remembers as it is if there is nothing new', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'a.md': incomplete })
    const lint = () => postmortem('lint --cache', { folder, now: () => Date.now() + 60_000 })
    const remembering = () => {
      const [name] = readdirSync(join(folder, '.cache')) as [string]
      return statSync(join(folder, '.cache', name)).ino
    }
    await lint()
    const before = remembering()
    await lint()
    expect(remembering()).toBe(before)
  })

  it.skipIf(process.platform === 'win32')('takes no path for more than a path', async () => {
    const names = ['a\tb.md', 'a\nb.md', 'c.md']
    const folder = makeFolderForTest(Object.fromEntries(names.map((name) => [name, incomplete])))
    const first = await lintIn(folder)
    expect(remembered(folder)).toHaveLength(1)
    expect(await lintIn(folder)).toEqual(first)
  })

  it('checks again once the day comes that makes a difference', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'a.md': dated })
    const rulesOn = async (date: number) => {
      const { output } = await postmortem('lint --cache --format json', { folder, now: () => day(date) })
      return JSON.parse(output)[0].findings.map(({ rule }: { rule: string }) => rule)
    }
    expect(await rulesOn(14)).toEqual(['time-in-future'])
    expect(await rulesOn(18)).toEqual(['time-in-future'])
    expect(await rulesOn(22)).toEqual(['action-overdue'])
    expect(await rulesOn(14)).toEqual(['time-in-future'])
  })

  it('checks again once a linked file comes or goes', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'a.md': linking, 'b.md': complete })
    expect((await lintIn(folder)).output).toContain('logs/day.txt')
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'logs/day.txt'), '')
    expect((await lintIn(folder)).output).not.toContain('link-dead')
    rmSync(join(folder, 'b.md'))
    expect((await lintIn(folder)).output).toContain('b.md')
  })

  it('does not trust what has been damaged', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'a.md': incomplete })
    const first = await lintIn(folder)
    const [name] = readdirSync(join(folder, '.cache')) as [string]
    const [line] = remembered(folder) as [string]
    const file = join(folder, '.cache', name)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"line":3', '"line":1'))
    expect(remembered(folder)).not.toEqual([line])
    expect(await lintIn(folder)).toEqual(first)
  })

  it('remembers no text of a report, and nothing of one that has a secret', async () => {
    const folder = makeFolderForTest({
      '.postmortem.yml': configuration,
      'a.md': incomplete,
      'b.md': secretive,
    })
    await lintIn(folder)
    const [line, ...others] = remembered(folder)
    expect(line).toContain('a.md')
    expect(others).toEqual([])
    expect(line).not.toContain('Text.')
    expect(line).not.toContain('b.md')
    await lintIn(folder, '--rule secret-exposed=off')
    expect(remembered(folder).join()).not.toContain('b.md')
  })

  it.skipIf(process.platform === 'win32')('keeps what it remembers from other users', async () => {
    const folder = makeFolderForTest({ 'a.md': incomplete })
    await lintIn(folder)
    const cache = join(folder, '.cache')
    expect(statSync(cache).mode & 0o777).toBe(0o700)
    expect(readdirSync(cache).map((name) => statSync(join(cache, name)).mode & 0o777)).toEqual([0o600])
  })

  it('deletes no file of somebody else, however old', async () => {
    const folder = makeFolderForTest({ 'a.md': incomplete, 'audit.findings': 'Ours.' })
    utimesSync(join(folder, 'audit.findings'), 0, 0)
    await postmortem('lint --cache-location .', { folder, now: () => day(14) })
    expect(existsSync(join(folder, 'audit.findings'))).toBe(true)
  })

  it('forgets documents that are gone, and keeps those that were left out this time', async () => {
    const folder = makeFolderForTest({ 'a.md': complete, 'b.md': complete, 'c.md': complete })
    await lintIn(folder)
    rmSync(join(folder, 'b.md'))
    writeFileSync(join(folder, 'c.md'), misspelt)
    await lintIn(folder, 'c.md')
    expect(remembered(folder)).toHaveLength(2)
    expect(remembered(folder).join()).not.toContain('b.md')
  })

  it('forgets projects that nobody has linted for a month', async () => {
    const folder = makeFolderForTest({
      'a.md': complete,
      '.cache/0123456789abcdef.findings': '',
      '.cache/fedcba9876543210.findings': '',
      '.cache/notes.txt': '',
    })
    const touch = (name: string, date: number) =>
      utimesSync(join(folder, '.cache', name), new Date(day(date)), new Date(day(date)))
    touch('0123456789abcdef.findings', -30)
    touch('fedcba9876543210.findings', 1)
    touch('notes.txt', -30)
    await lintIn(folder)
    expect(readdirSync(join(folder, '.cache'))).toEqual(
      expect.arrayContaining(['fedcba9876543210.findings', 'notes.txt']),
    )
    expect(readdirSync(join(folder, '.cache'))).not.toContain('0123456789abcdef.findings')
  })

  it('does not fail where nothing can be remembered, but says so', async () => {
    const folder = makeFolderForTest({ '.postmortem.yml': configuration, 'a.md': complete, 'b.txt': '' })
    const { status, errors } = await lintIn(folder, '--cache-location b.txt')
    expect(status).toBe(0)
    expect(errors).toMatch(/^postmortem: The findings cannot be remembered in ".*b\.txt": .+\.\n$/)
  })

  it('ends well when two runs remember at the same time', async () => {
    const folder = makeFolderForTest({
      '.postmortem.yml': configuration,
      'a.md': incomplete,
      'b.md': misspelt,
    })
    const [one, other] = await Promise.all([lintIn(folder), lintIn(folder)])
    expect(one).toEqual(other)
    expect(await lintIn(folder)).toEqual(one)
    expect(readdirSync(join(folder, '.cache'))).toHaveLength(1)
  })

  it('fixes as if nothing were remembered', async () => {
    const files = { '.postmortem.yml': configuration, 'a.md': misspelt, 'b.md': incomplete }
    const [folder, other] = [makeFolderForTest(files), makeFolderForTest(files)]
    await lintIn(folder)
    for (const args of ['--fix', '--fix', '']) {
      expect(await lintIn(folder, args)).toEqual(
        await postmortem(`lint --format json ${args}`, { folder: other }),
      )
    }
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(complete)
  })
})

/** Cuts a byte out of what is remembered, or all that follows. */
function damage(folder: string, seed: number): void {
  const cache = join(folder, '.cache')
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const file = join(cache, name)
    const bytes = readFileSync(file)
    const at = seed % (bytes.length + 1)
    if (seed % 2 === 0) truncateSync(file, at)
    else writeFileSync(file, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))
  }
}
