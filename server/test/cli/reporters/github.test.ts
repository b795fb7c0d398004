import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complete, incomplete, onlyRules } from '../reports.ts'
import { makeFolder, makeFolderForTest, postmortem } from '../terminal.ts'

const name = 'a, b: 100%.md'
const folder = makeFolder({
  '.postmortem.yml': onlyRules('section-missing', 'placeholder-left', 'timeline-not-entries'),
  [name]: incomplete,
  'percent.md': complete.replace('Text.', '[insert 100%, ::error::]'),
})

/** The workflow commands for the file, without the summary. */
async function annotations(world: Parameters<typeof postmortem>[1]) {
  const { output } = await postmortem('lint --format github', { folder, ...world })
  return output.trimEnd().split('\n').slice(0, -1)
}

describe('the annotations of GitHub', () => {
  it('name file, place and rule', async () => {
    expect(await annotations({ folder: makeFolderForTest({ 'report.md': incomplete }) })).toContain(
      '::warning file=report.md,line=3,endLine=3,col=4,endColumn=17,title=section-missing' +
        '::The section "Timeline" is missing. Add it after "Issue Summary".',
    )
  })

  it('escape what would end a property or a command', async () => {
    const written = await annotations({})
    expect(written).toContain(
      '::warning file=a%2C b%3A 100%25.md,line=3,endLine=3,col=4,endColumn=17,title=section-missing' +
        '::The section "Timeline" is missing. Add it after "Issue Summary".',
    )
    expect(written).toContain(
      '::warning file=percent.md,line=5,endLine=5,col=1,endColumn=25,title=placeholder-left' +
        '::"[insert 100%25, ::error::]" is a placeholder. Write what belongs there.',
    )
  })

  it('are notices if nothing has to be done', async () => {
    const notices = (await annotations({})).filter((each) => each.startsWith('::notice '))
    expect(notices.join('\n')).toContain('title=timeline-not-entries')
  })

  it('have paths relative to the root of the checkout, and absolute ones for files elsewhere', async () => {
    const inside = await annotations({ repository: join(folder, '..') })
    expect(inside[0]).toMatch(/^::\w+ file=postmortem-cli-\w+\/a%2C b/)
    const outside = await annotations({ repository: join(folder, 'elsewhere') })
    expect(outside.at(-1)).toContain(` file=${folder.replace(':', '%3A')}`)
  })

  it('name no file if the report came from standard input', async () => {
    const { output } = await postmortem('lint --format github -', { folder, input: incomplete })
    expect(output).toMatch(/^::warning line=3,/)
  })

  it('end with a summary', async () => {
    const { output } = await postmortem('lint --format github percent.md', { folder })
    expect(output).toMatch(/\n1 warning, 1 information in 1 postmortem among 1 file\.\n$/)
  })
})
