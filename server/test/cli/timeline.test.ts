import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'

const report =
  '# Postmortem: Search down\n\n## Issue Summary\n\nDown from March 14, 2026, 09:00 to 10:00 UTC.\n\n## Timeline\n\n- 09:04 UTC - An alert fired.\n- 10:00 UTC - Service restored.\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postmortem-timeline-'))
  writeFileSync(join(folder, 'report.md'), report)
  writeFileSync(join(folder, 'notes.md'), '# Notes\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs `postmortem` with these arguments in the folder above: what it answers and what it says. */
async function check(args: string, expected: { status: number; output?: RegExp; errors?: string }) {
  let output = ''
  let errors = ''
  const write = (text: string) => {
    output += text
  }
  const writeError = (text: string) => {
    errors += text
  }
  const terminal = { write, writeError, readInput: async () => report, folder, color: false }
  const status = await run(args.split(' '), terminal, '1.2.3')
  expect({ status, errors }).toEqual({ status: expected.status, errors: expected.errors ?? '' })
  expect(output).toMatch(expected.output ?? /^$/)
}

describe('postmortem timeline', () => {
  it('writes the picture to a file', async () => {
    await check('timeline report.md --svg picture.svg', { status: 0 })
    expect(readFileSync(join(folder, 'picture.svg'), 'utf8')).toMatch(/^<svg [\s\S]+<\/svg>\n$/)
  })

  it('prints the picture, and reads standard input', async () => {
    await check('timeline - --svg -', { status: 0, output: /^<svg [\s\S]+Resolved[\s\S]+<\/svg>\n$/ })
  })

  it('prints a Mermaid diagram', async () => {
    await check('timeline report.md --mermaid', { status: 0, output: /^gantt\n[\s\S]+0m\n$/ })
  })

  it('says so when there is nothing to draw', async () => {
    const errors = 'postmortem: notes.md is no report with times, so nothing can be drawn.\n'
    await check('timeline notes.md --svg -', { status: 2, errors })
  })

  it('asks for one document and one form', async () => {
    const form = 'postmortem: Say what to write: --svg OUT or --mermaid.\n'
    await check('timeline report.md', { status: 2, errors: form })
    await check('timeline report.md --svg - --mermaid', { status: 2, errors: form })
    const document = 'postmortem: Name one document, or "-" for standard input.\n'
    await check('timeline --mermaid', { status: 2, errors: document })
    await check('timeline . --mermaid', { status: 2, errors: document })
  })

  it('says where it could not write', async () => {
    const terminal = { write: () => {}, readInput: async () => report, folder, color: false }
    let errors = ''
    const writeError = (text: string) => {
      errors += text
    }
    const args = ['timeline', 'report.md', '--svg', join('nowhere', 'picture.svg')]
    expect(await run(args, { ...terminal, writeError }, '1.2.3')).toBe(2)
    expect(errors).toContain(`"${join('nowhere', 'picture.svg')}" cannot be written: `)
  })
})
