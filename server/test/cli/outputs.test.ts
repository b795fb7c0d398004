import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LintedFile } from '../../src/checking/lintedFile.ts'
import { type Output, split, writeOutputs } from '../../src/cli/outputs.ts'
import { complete, incomplete, onlyRules } from './reports.ts'
import { makeFolderForTest, postmortem } from './terminal.ts'

const makeReports = () =>
  makeFolderForTest({
    '.postmortem.yml': onlyRules('section-missing'),
    'a.md': incomplete,
    'b.md': complete,
    'folder/c.md': incomplete,
  })

describe('--output', () => {
  it('writes the same findings in other formats into files', async () => {
    const folder = makeReports()
    const written = '--output json=all.json --output=junit=folder/junit.xml --output text=findings.txt'
    const world = { folder, color: true, columns: 40 }
    const { status, output, errors } = await postmortem(`lint --format github --quiet ${written}`, world)
    expect({ status, errors }).toEqual({ status: 1, errors: '' })
    expect(output.match(/^::warning /gm)).toHaveLength(2)
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    expect(JSON.parse(read('all.json')).map(({ file }: { file: string }) => file)).toEqual([
      'a.md',
      'b.md',
      join('folder', 'c.md'),
    ])
    expect(read('folder/junit.xml').match(/<failure /g)).toHaveLength(2)
    expect(read('findings.txt')).toBe((await postmortem('lint', { folder })).output)
  })

  it('says what is wrong before anything is checked', async () => {
    const folder = makeReports()
    const refusal = async (written: string) => {
      const { status, output, errors } = await postmortem(`lint --output ${written}`, { folder })
      expect({ status, output }).toEqual({ status: 2, output: '' })
      return errors
    }
    expect(await refusal('all.json')).toBe('postmortem: --output takes FORMAT=FILE, not "all.json".\n')
    expect(await refusal('jsn=all.json')).toContain('There is no format "jsn". Did you mean "json"?')
    expect(await refusal('json=gone/all.json')).toBe(
      'postmortem: "gone/all.json" cannot be written: it does not exist.\n',
    )
    expect(await refusal('json=folder')).toContain('"folder" cannot be written: it is a folder.')
  })
})

describe('several outputs, of which one fails', () => {
  const surroundings = {
    color: false,
    columns: null,
    repository: '/',
    version: '1.2.3',
    rulePages: 'https://pages.example/rules',
    quiet: false,
  }
  const empty = {
    path: null,
    lines: [],
    conceals: false,
    report: null,
    incidents: [],
    findings: [],
    fixed: 0,
  }
  const files = async function* (): AsyncGenerator<LintedFile> {
    for (const name of ['a.md', 'b.md', 'c.md']) yield { name, ...empty }
  }

  function makeOutput(fails = false) {
    const seen = { text: '', isClosed: false }
    const output: Output = {
      format: 'json',
      surroundings,
      write: async (text) => {
        if (fails) throw new Error('The disk is full.')
        seen.text += text
      },
      close: async () => {
        seen.isClosed = true
      },
    }
    return { output, seen }
  }

  it('complete the others, close them all, and say what failed', async () => {
    const outputs = [makeOutput(), makeOutput(true), makeOutput()]
    const writing = writeOutputs(
      files(),
      outputs.map(({ output }) => output),
    )
    await expect(writing).rejects.toThrow('The disk is full.')
    expect(outputs.map(({ seen }) => seen.isClosed)).toEqual([true, true, true])
    for (const { seen } of [outputs[0]!, outputs[2]!]) expect(JSON.parse(seen.text)).toHaveLength(3)
  })

  it.skipIf(!existsSync('/dev/full'))('name the file that cannot be written', async () => {
    const { status, errors } = await postmortem('lint --output json=/dev/full', { folder: makeReports() })
    expect(errors).toBe('postmortem: "/dev/full" cannot be written: the disk is full.\n')
    expect(status).toBe(2)
  })

  it('stop reading once nobody writes any more', async () => {
    let isReleased = false
    const endless = async function* (): AsyncGenerator<LintedFile> {
      try {
        for (;;) yield* files()
      } finally {
        isReleased = true
      }
    }
    await expect(writeOutputs(endless(), [makeOutput(true).output, makeOutput(true).output])).rejects.toThrow(
      'The disk is full.',
    )
    expect(isReleased).toBe(true)
  })
})

describe('several readers of one source', () => {
  const numbers = async function* (log: string[], fails = false) {
    for (const each of [1, 2, 3]) {
      log.push(`made ${each}`)
      yield each
    }
    if (fails) throw new Error('broken')
  }

  it('read everything, and no item is made before all want it', async () => {
    const log: string[] = []
    await Promise.all(
      split(numbers(log), 2).map(async (branch, index) => {
        for await (const each of branch) log.push(`${index} read ${each}`)
        log.push(`${index} done`)
      }),
    )
    expect(log.slice(0, 4)).toEqual(['made 1', '0 read 1', '1 read 1', 'made 2'])
    expect(log.slice(-2).sort()).toEqual(['0 done', '1 done'])
    expect(log).toHaveLength(11)
  })

  it('all learn of a failure', async () => {
    const outcomes = await Promise.allSettled(
      split(numbers([], true), 3).map(async (branch) => {
        for await (const _ of branch);
      }),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})
