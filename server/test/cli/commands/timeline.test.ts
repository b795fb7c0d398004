import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, postmortem } from '../terminal.ts'

const report =
  '# Postmortem: Search down\n\n## Issue Summary\n\nDown from March 14, 2026, 09:00 to 10:00 UTC.\n\n## Timeline\n\n- 09:04 UTC - An alert fired.\n- 10:00 UTC - Service restored.\n'

const folder = makeFolder({ 'report.md': report, 'notes.md': '# Notes\n' })

/** Checks the status and the output of `postmortem` with these arguments in the folder above. */
async function check(args: string, expected: { status: number; output?: RegExp; errors?: string }) {
  const { output, ...outcome } = await postmortem(args, { folder, input: report })
  expect(outcome).toEqual({ status: expected.status, errors: expected.errors ?? '' })
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
    const errors = 'postmortem: notes.md is not a report with times, so there is nothing to draw.\n'
    await check('timeline notes.md --svg -', { status: 2, errors })
  })

  it('asks for one document and one format', async () => {
    const form = 'postmortem: Say what to write: --svg OUT or --mermaid.\n'
    await check('timeline report.md', { status: 2, errors: form })
    await check('timeline report.md --svg - --mermaid', { status: 2, errors: form })
    const document = 'postmortem: Name one document, or "-" for standard input.\n'
    await check('timeline --mermaid', { status: 2, errors: document })
    await check('timeline . --mermaid', { status: 2, errors: document })
  })

  it('says where it could not write, and why', async () => {
    const picture = join('nowhere', 'picture.svg')
    const errors = `postmortem: "${picture}" cannot be written: it does not exist.\n`
    await check(`timeline report.md --svg ${picture}`, { status: 2, errors })
  })
})
