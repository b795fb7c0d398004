import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePublicEdition } from '../../../src/features/edition/edition.ts'
import { createService } from '../../../src/service.ts'
import type { TemplateSection } from '../../../src/templates/template.ts'
import { runs } from '../../runs.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })

function edit(text: string, marks: readonly Pick<TemplateSection, 'id' | 'audience'>[] = []) {
  const document = service.open(text)
  return makePublicEdition(document.report, document.markdown, marks)
}

const report = (summary: string, more = '') =>
  `# Postmortem: search is down\n\n## Issue Summary\n\n${summary}\n\n## Timeline\n\n- 14:02 UTC - It broke.\n\n## Root Cause and Resolution\n\nThe disk was full.\n\n## Corrective and Preventative Measures\n\n- [ ] Add an alert (owner: Kim Ray, due: 2024-06-01)\n${more}`

const textOf = (text: string, marks?: Parameters<typeof edit>[1]) => edit(text, marks)!.text
const kindsIn = (text: string) => edit(text)!.leftOut.map(({ kind, text: left }) => `${kind}: ${left}`)

describe('the public edition of a report', () => {
  it('has the sections that outside readers are told about, and no others', () => {
    const text = report(
      'It was down.',
      '\n## Lessons Learned\n\nWe were lucky.\n\n## Pager notes\n\nInternal.\n',
    )
    expect(textOf(text)).not.toMatch(/Lessons|lucky|Pager|Internal/)
    expect(textOf(text)).toContain('The disk was full.')
    expect(kindsIn(text)).toEqual(
      expect.arrayContaining(['section: Lessons Learned', 'section: Pager notes']),
    )
  })

  it('follows what the template says about a section', () => {
    const text = report('It was down.', '\n## Lessons Learned\n\nWe were lucky.\n')
    const marks = [
      { id: 'lessons', audience: 'public' },
      { id: 'timeline', audience: 'internal' },
    ] as const
    expect(textOf(text, marks)).toContain('We were lucky.')
    expect(textOf(text, marks)).not.toContain('It broke.')
  })

  it('has no secret below the title of a column, and does not tell it', () => {
    const table = (title: string, value: string) =>
      report(`| Login | ${title} |\n| --- | --- |\n| search | ${value} |`)
    for (const value of ['h0rse-b4ttery', '`h0rse-b4ttery`']) {
      expect(textOf(table('Password', value))).toMatch(/\| search \| `?\[secret removed\]`? \|/)
      expect(kindsIn(table('Password', value))).toContain('secret: secret')
    }
    expect(textOf(table('API key', 'aQ3bX9cR7dT5eU1fV8gW'))).toContain('[secret removed]')
    for (const [title, value] of [
      ['Password', 'rotated'],
      ['Password', 'changed on 2024-05-10'],
      ['Token', 'USDC-2'],
      ['Host', 'h0rse-b4ttery'],
    ] as const)
      expect(textOf(table(title, value))).toContain(value)
  })

  it('names nobody by a last name or an initial, unless it is a word of the text', () => {
    const copy = textOf(
      report('K. Ray told Ray, and Kim told A. Ray, that Kim Ray was X-rayed by a Ray. lamp.'),
    )
    expect(copy).not.toMatch(/Ray|Kim/)
    expect(copy).toContain('[name removed] told [name removed], and')
    const green = report('Green boxes are green now, K. Ray said.').replaceAll('Ray', 'Green')
    expect(textOf(green)).toContain('Green boxes are green now, [name removed] said.')
  })

  it('has neither resources of an account nor hosts that are named for their address', () => {
    const summary =
      'The role arn:aws:iam::123456789012:role/search-writer failed on ip-10-0-3-7 and on ip-10-0-3-8.ec2.internal. See arn:aws:s3:::public and zip-1-2-3-4.'
    const copy = textOf(report(summary))
    expect(copy).toContain('The role [resource removed] failed on [host removed] and on [host removed]. See')
    expect(copy).toContain('arn:aws:s3:::public and zip-1-2-3-4.')
    expect(kindsIn(report(summary))).toEqual(
      expect.arrayContaining([
        'cloud resource: arn:aws:iam::123456789012:role/search-writer',
        'host: ip-10-0-3-7',
      ]),
    )
  })

  it('names nobody whom a task, a label or a handle names, in any place', () => {
    const text = report('Kim Ray noticed it, and @ada_l helped.\n\n**Incident commander:** Lou Reed')
    const copy = textOf(text)
    expect(copy).not.toMatch(/Kim|Ray|ada_l|Lou|commander/)
    expect(copy).toContain('[name removed] noticed it, and [name removed] helped.')
  })

  it.each([
    ['a label', '**Incident commander:** Lou Reed (search), @ada_l'],
    ['a section that is left out', '## People involved\n\n- Lou Reed: commander\n- ada_l - scribe'],
    [
      'a table of roles',
      '## Detection\n\n| Role | Name | Team |\n| --- | --- | --- |\n| Commander | Lou Reed | Search |\n| Scribe | ada_l | Search |',
    ],
    [
      'a row of a person',
      '## Detection\n\n| Fact | Value | Note |\n| --- | --- | --- |\n| Incident commander | Lou Reed, ada_l | 2 |',
    ],
  ])('names nobody whom %s names, by full name, first name or handle', (_, people) => {
    const text = report('Lou Reed and Kim asked ada_l. Lou said that the Search was down.', `\n${people}\n`)
    const copy = textOf(text)
    expect(copy).not.toMatch(/Lou|Reed|Kim|ada_l/)
    expect(copy).toContain('said that the Search was down.')
    expect(textOf(copy)).toBe(copy)
  })

  it('takes no group, package or role for a person', () => {
    const text = report(
      'The search, the storage and the commander use types.',
      '\n@storage and @types/node are at fault.\n\n| Name | Value |\n| --- | --- |\n| Helios | 2 |\n\n**Responders:** search, Incident Commander\n',
    )
    const copy = textOf(text)
    expect(copy).toContain('The search, the storage and the commander use types.')
    expect(copy).toContain('Helios')
  })

  it('keeps the name of a team', () => {
    expect(textOf(report('It was down.').replace('Kim Ray', 'search team'))).toContain('owner: search team')
  })

  it('has no front matter, comment, address or link that leads inside', () => {
    const text = `---\nid: INC-7\n---\n\n${report(
      'It was down. <!-- do not tell -->\n\nSee [the runbook](../runbooks/search.md), [the chat](https://team.slack.com/archives/C1/p1), 10.1.2.3, db1.prod.internal and kim@search-team.dev.',
    )}`
    const copy = textOf(text)
    expect(copy).not.toMatch(/INC-7|do not tell|runbooks|slack|10\.1\.2\.3|internal|kim@/)
    expect(copy).toContain('See the runbook, the chat, [address removed], [host removed] and')
    expect(copy.startsWith('# Postmortem: search is down\n\n## Issue Summary')).toBe(true)
  })

  it('names nobody and no machine in the text of a link that is removed', () => {
    const copy = (summary: string) => textOf(report(summary)).split('\n')[4]
    expect(copy('[Kim Ray](https://acme.slack.com/team/U1) saw it.')).toBe('[name removed] saw it.')
    expect(copy('On [db-7.corp.internal](../runbooks/db.md).')).toBe('On [host removed].')
    expect(copy('On [a **disk** of `Kim Ray` ![x](a.png)](b.md "c](d").')).toBe(
      'On a **disk** of `[name removed]` .',
    )
    expect(copy('See [https://acme.slack.com/archives/C1](https://acme.slack.com/archives/C1).')).toBe(
      'See [private link removed].',
    )
    expect(kindsIn(report('On [the disk](../disk.md).'))).toEqual(
      expect.arrayContaining(['link: ../disk.md']),
    )
    expect(kindsIn(report('On [the disk](../disk.md).')).filter((each) => /^link/.test(each))).toHaveLength(1)
  })

  it('has no link to an internal host and no picture from one, and lists them', () => {
    const text = report(
      'See [v](https://vault.acme.internal:8200/ui), <https://vault.acme.internal/a>, http://jenkins:8080/job and [a page](https://acme.dev/internal/a). ![g](https://grafana.internal.acme.dev/r.png)',
    )
    expect(textOf(text).split('\n')[4]).toBe(
      'See v, [private link removed], [private link removed] and [a page](https://acme.dev/internal/a). ',
    )
    expect(kindsIn(text)).toEqual(
      expect.arrayContaining([
        'link: https://vault.acme.internal:8200/ui',
        'link: https://vault.acme.internal/a',
        'link: http://jenkins:8080/job',
        'link: https://grafana.internal.acme.dev/r.png',
      ]),
    )
  })

  it('has no mail or telephone link of a person, and keeps those to a role', () => {
    const copy = (summary: string) => textOf(report(summary)).split('\n')[4]
    expect(copy('Ask [jane@acme-corp.io](mailto:jane@acme-corp.io).')).toBe('Ask [e-mail address removed].')
    expect(copy('Ask [us](mailto:support@acme-corp.io?cc=jane%40acme-corp.io) or [me](tel:+4930123).')).toBe(
      'Ask us or me.',
    )
    expect(copy('Ask <mailto:jane@acme-corp.io> or <tel:+4930123>.')).toBe(
      'Ask [e-mail address removed] or [telephone number removed].',
    )
    const role = 'Ask [us](mailto:support@acme-corp.io) or support@acme-corp.io.'
    expect(copy(role)).toBe(role)
  })

  it('has no comment, though its sign is explained in code', () => {
    const text = report('Write `<!--` to begin. <!-- internal blame Bob --> Done.')
    expect(textOf(text)).toContain('Write `<!--` to begin.  Done.')
    expect(kindsIn(text)).toContain('comment: <!-- internal blame Bob -->')
  })

  it('keeps a link that everybody can open', () => {
    expect(textOf(report('See [the status](https://status.example.org/7).'))).toContain(
      '(https://status.example.org/7)',
    )
  })

  it('is refused while a secret is in the report', () => {
    expect(edit(report('The key was AKIAIOSFODNN7EXAMPLQ.'))).toBeNull()
  })

  it('is the edition of itself', () => {
    const text = report('Kim Ray noticed it.\n\nSee [x](./a.md).', '\n## Lessons Learned\n\nText.\n')
    const once = textOf(text)
    expect(textOf(once)).toBe(once)
  })

  it('never has what was within a section that is left out, wherever else something is cut', () => {
    const piece = fc.constantFrom(
      'Kim Ray',
      '<!-- a',
      '-->',
      '@kim',
      '10.1.2.3',
      'text',
      '\n\n',
      '[a](./b.md)',
      '`x`',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const lesson = `## Lessons Learned\n\nunmistakable ${pieces.join(' ')} unmistakable\n`
        const copy = edit(report(pieces.join(' ').replaceAll('<!-- a', ''), `\n${lesson}`))
        expect(copy?.text).not.toContain('unmistakable')
      }),
      { numRuns: runs(25) },
    )
  })
})
