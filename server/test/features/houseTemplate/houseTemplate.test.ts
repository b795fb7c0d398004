import { describe, expect, it } from 'vitest'
import { Configurations } from '../../../src/config/configurations.ts'
import { createReader } from '../../../src/config/readConfiguration.ts'
import { noConfiguration, templateOf } from '../../../src/config/teamConfiguration.ts'
import {
  type Derivation,
  deriveTemplate,
  type HouseTemplate,
} from '../../../src/features/houseTemplate/deriveTemplate.ts'
import { printHouseTemplate } from '../../../src/features/houseTemplate/printHouseTemplate.ts'
import { inEnglish } from '../../../src/messages/translate.ts'
import { rules } from '../../../src/rules/index.ts'
import { createService } from '../../../src/service.ts'
import { holberton } from '../../../src/templates/holberton.ts'
import { memoryFiles } from '../../config/memoryFiles.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })

function derive(texts: readonly string[]): Derivation {
  return deriveTemplate(
    texts.map((text) => {
      const { markdown, report } = service.open(text)
      return { document: markdown, report }
    }),
  )
}

function houseOf(texts: readonly string[]): HouseTemplate {
  const derivation = derive(texts)
  if (derivation.kind === 'refused') throw new Error(inEnglish(derivation.reason))
  return derivation.house
}

const titlesOf = (texts: readonly string[]) => houseOf(texts).template.sections.map(({ title }) => title)

/** A report with these sections, each with a text unless it has one of its own after a line break. */
function report(...sections: readonly string[]): string {
  const blocks = sections.map((section) => {
    const [title, ...body] = section.split('\n')
    return `## ${title}\n\n${body.join('\n') || 'Nothing that anybody needs to know.'}\n`
  })
  return `# Postmortem: queue ${sections.length} stuck\n\n${blocks.join('\n')}`
}

const times = (count: number, text: string) => Array.from({ length: count }, () => text)

const usual = report('Summary', 'Timeline', 'Root Cause', 'Customer Messages', 'Action Items')

describe('a template derived from reports', () => {
  it('has the titles that most of them share, as they write them and in their order', () => {
    expect(titlesOf(times(3, usual))).toEqual([
      'Summary',
      'Timeline',
      'Root Cause',
      'Customer Messages',
      'Action Items',
    ])
  })

  it('names the sections that are known by what they are, and the others by their titles', () => {
    expect(houseOf(times(3, usual)).template.sections.map(({ id }) => id)).toEqual([
      'summary',
      'timeline',
      'root-cause',
      'customer-messages',
      'actions',
    ])
  })

  it('leaves out what fewer than 60% have, and requires what 80% have', () => {
    const other = report('Summary', 'Timeline', 'Root Cause', 'Glossary of Machines')
    const house = houseOf([...times(7, usual), ...times(3, other)])
    const shown = house.sections.map(({ section, reports }) => [section.title, reports, section.required])
    expect(shown).toEqual([
      ['Summary', 10, true],
      ['Timeline', 10, true],
      ['Root Cause', 10, true],
      ['Customer Messages', 7, false],
      ['Action Items', 7, false],
    ])
    const rarer = houseOf([...times(5, usual), ...times(5, other)])
    expect(rarer.template.sections.map(({ title }) => title)).toEqual(['Summary', 'Timeline', 'Root Cause'])
  })

  it('takes the order of most reports, whichever sections each of them lacks', () => {
    const early = report('Timeline', 'Root Cause', 'Summary', 'Action Items')
    expect(
      titlesOf([...times(3, report('Summary', 'Timeline', 'Root Cause', 'Action Items')), early]),
    ).toEqual(['Summary', 'Timeline', 'Root Cause', 'Action Items'])
    const full = report('Summary', 'Impact', 'Timeline', 'Root Cause', 'Action Items')
    const short = report('Timeline', 'Root Cause')
    expect(titlesOf([...times(3, full), ...times(2, short)])).toEqual([
      'Summary',
      'Impact',
      'Timeline',
      'Root Cause',
      'Action Items',
    ])
  })

  it('takes different spellings of a known section for one, and the most frequent as its title', () => {
    const texts = [
      report('Summary', 'Timeline', 'Lessons Learned', 'Follow-ups'),
      report('Summary', 'Timeline', 'Lessons learnt', 'Follow-ups'),
      report('Summary', 'Timelin', 'Lessons Learned', 'Action items'),
    ]
    expect(titlesOf(texts)).toEqual(['Summary', 'Timeline', 'Lessons Learned', 'Follow-ups'])
  })

  it('leaves out numbering and whatever follows a separator', () => {
    const numbered = (day: string) =>
      report('1. Summary', `2. Timeline (${day}, all times UTC)`, `3. Machine room: ${day}`, '4. Actions')
    const texts = ['1 May', '2 May', '3 May'].map(numbered)
    expect(titlesOf(texts)).toEqual(['Summary', 'Timeline', 'Machine room', 'Actions'])
  })

  it('finds titles that are bold lines, and those that are labels in a list', () => {
    const bold = (day: string) =>
      `# Postmortem of ${day}\n\n${['Summary', 'Timeline', 'Root Cause', 'Who Was Told', 'Next Steps']
        .map((title) => `**${title}**\n\nNothing that anybody needs to know.\n`)
        .join('\n')}`
    const house = houseOf(['Monday', 'Tuesday', 'Friday'].map(bold))
    expect(house.template.sections.map(({ title, required }) => [title, required])).toEqual([
      ['Summary', true],
      ['Timeline', true],
      ['Root Cause', true],
      ['Who Was Told', true],
      ['Next Steps', true],
    ])
    expect(house.withoutHeadings).toBe(3)

    const labels = (day: string) =>
      `# Postmortem of ${day}\n\n${['Summary', 'Timeline', 'Root Cause', 'Who Was Told', 'Next Steps']
        .map((title) => `- **${title}:** nothing that anybody needs to know`)
        .join('\n')}\n`
    expect(titlesOf(['Monday', 'Tuesday', 'Friday'].map(labels))).toContain('Who Was Told')
  })

  it('has a section for a heading that elsewhere is only a field', () => {
    const texts = times(4, report('Severity', 'Summary', 'Timeline', 'Root Cause'))
    const house = houseOf(texts)
    expect(house.sections[0]).toMatchObject({
      reports: 4,
      section: { id: 'severity-section', title: 'Severity', required: true },
    })
  })

  it('keeps two titles apart that mean the same section', () => {
    const texts = times(3, report('Summary', 'Timeline', 'Five Whys', 'Root causes', 'Actions'))
    expect(
      houseOf(texts)
        .template.sections.map(({ id, title }) => [id, title])
        .slice(2, 4),
    ).toEqual([
      ['root-cause', 'Five Whys'],
      ['root-causes', 'Root causes'],
    ])
  })

  it('has the labels and the headings that most of its sections have, but not those of each item', () => {
    const text = report(
      'Summary\n- **Duration:** 14:00 to 15:00 UTC on 3 May 2024\n- **Pager:** the loud one\n- **Noise:** 3',
      'Timeline',
      'Root Cause',
      'Lessons Learned\n### What went well\n\nLittle.\n\n### What went wrong\n\nMuch.',
      'Actions\n- Buy a pump.\n  - **Team:** water\n- Sell the pump.\n  - **Team:** money',
    )
    const quiet = text.replace('- **Noise:** 3\n', '')
    const { sections } = houseOf([text, ...times(2, quiet)]).template
    expect(sections.map(({ id, body }) => [id, body])).toEqual([
      [
        'summary',
        [
          { kind: 'field', field: 'duration', label: 'Duration', text: '{{how long}}' },
          { kind: 'field', field: 'pager', label: 'Pager', text: '{{pager}}' },
        ],
      ],
      [
        'timeline',
        [{ kind: 'entry', fact: null, time: '{{HH:MM}} {{time zone}}', text: '{{What happened.}}' }],
      ],
      ['root-cause', [{ kind: 'paragraph', text: '{{what belongs here}}' }]],
      [
        'lessons',
        [
          {
            kind: 'heading',
            id: 'lessons.well',
            title: 'What went well',
            body: [{ kind: 'item', text: '{{what belongs here}}' }],
          },
          {
            kind: 'heading',
            id: 'lessons.wrong',
            title: 'What went wrong',
            body: [{ kind: 'item', text: '{{what belongs here}}' }],
          },
        ],
      ],
      ['actions', [{ kind: 'task', text: '{{a specific task}}' }]],
    ])
  })

  it('contains nothing of the reports but titles and labels', () => {
    const secret = report(
      'Summary\nThe owl ate the router.',
      'Timeline\n- 14:00 UTC - The owl slept.',
      'Root Cause',
    )
    const text = printHouseTemplate(houseOf(times(3, secret)), 'incidents')
    expect(text).not.toMatch(/owl|router/)
  })

  it('does not count reports that have only just been begun', () => {
    expect(houseOf([...times(3, usual), '# Postmortem: pump outage\n']).reports).toBe(3)
    expect(derive([usual, usual, '# Postmortem: pump outage\n'])).toMatchObject({ kind: 'refused' })
  })

  it('is refused to fewer than three reports, and to those that share nothing', () => {
    expect(derive([usual, usual])).toMatchObject({ kind: 'refused' })
    const strangers = [
      report('Summary', 'Timeline', 'Bananas'),
      report('Impact', 'Root Cause', 'Oranges'),
      report('Lessons Learned', 'Action Items', 'Grapes'),
    ]
    const derivation = derive(strangers)
    expect(derivation.kind === 'refused' && inEnglish(derivation.reason)).toBe(
      'The 3 reports have too few titles in common for a template. Choose a folder with reports of one kind.',
    )
  })
})

describe('the configuration that is written', () => {
  const mixed = [
    ...times(
      4,
      report("Summary\n- **Pager:** it's loud", 'Timeline', 'Root Cause', "Who's on the roof?", 'Actions'),
    ),
    report('Summary', 'Timeline', 'Actions'),
  ]

  it('says what it was derived from', () => {
    expect(
      printHouseTemplate(houseOf(mixed), 'docs/incidents'),
    ).toBe(`# The template of the reports in docs/incidents, derived from 5 of them.
# It has the sections that at least 60% of them have. Those that at least 80% have are
# required. Edit it until it says what your reports should have.

template: none # This file is the whole template.
id: house
name: House template
description: 'Summary, Timeline, Root Cause, Who''s on the roof?, Actions.'
title: 'Postmortem: {{what happened, in a few words}}'
words: null # Any length.

sections:
  # 5 of 5 reports
  - id: summary
    title: Summary
    body:
      - { kind: field, field: pager, label: Pager, text: '{{pager}}' } # 4 of 5
  # 5 of 5 reports
  - id: timeline
    title: Timeline
    body:
      - { kind: entry, fact: null, time: '{{HH:MM}} {{time zone}}', text: '{{What happened.}}' }
  # 4 of 5 reports
  - id: root-cause
    title: Root Cause
  # 4 of 5 reports
  - id: whos-on-the-roof
    title: 'Who''s on the roof?'
  # 5 of 5 reports
  - id: actions
    title: Actions
    body:
      - { kind: task, text: '{{a specific task}}' }
`)
  })

  it('can be read, and gives the template back', async () => {
    const house = houseOf(mixed)
    const text = printHouseTemplate(house, 'here')
    expect(createReader(rules)('file:///.postmortem.yml', text).problems).toEqual([])
    const configurations = new Configurations(memoryFiles({ 'file:///.postmortem.yml': text }), rules)
    const found = await configurations.find('file:///report.md')
    expect(templateOf(found?.configuration ?? noConfiguration, holberton)).toEqual(house.template)
  })

  it.each([
    "Who's on call?",
    'Yes',
    'null',
    '5 Whys, again',
    '#1 suspect',
    '- a dash',
    '& so on',
    'Größe',
    '原因',
    'it "works"',
    '*starred*',
    '100 %',
    'a, b',
    '🔥 Fire 🔥',
  ])('can be read with the title %s', (title) => {
    const house = houseOf(times(3, report('Summary', title, 'Timeline')))
    const { problems, written } = createReader(rules)('file:///a.yml', printHouseTemplate(house, 'a\nb'))
    expect(problems).toEqual([])
    expect(written.sections?.map((section) => section.title)).toEqual(
      house.template.sections.map((section) => section.title),
    )
    expect(house.sections.map(({ reports, section }) => [reports, section.required])).toEqual(
      times(3, '').map(() => [3, true]),
    )
  })

  it('reports only those sections as missing that few reports lack, and nothing in the others', async () => {
    const text = printHouseTemplate(houseOf(mixed), 'here')
    const configured = createService({
      logger: { warn: fail, error: fail },
      clock: () => 0,
      files: memoryFiles({ 'file:///.postmortem.yml': text }),
    })
    const address = 'file:///report.md'
    const found = await configured.configurations.find(address)
    const missing = mixed.map((each) => {
      const document = configured.open(each, { address, team: found?.configuration ?? noConfiguration })
      return document.report.missing.map(({ title }) => title)
    })
    expect(missing).toEqual([[], [], [], [], ['Root Cause', "Who's on the roof?"]])
  })

  it('turns off the rules that most of the reports break by habit', () => {
    const bold = (...titles: readonly string[]) =>
      `# Postmortem\n\n${titles.map((title) => `**${title}**\n\nNothing to say.\n`).join('\n')}`
    const text = printHouseTemplate(
      houseOf(times(3, bold('Summary', 'Timeline', 'Root Cause', 'Next Steps'))),
      'here',
    )
    expect(text).toContain(
      '\nrules:\n  section-not-heading: off # The titles of 3 of 3 reports are not headings.\n',
    )

    const orders = [
      report('Summary', 'Timeline', 'Root Cause'),
      report('Timeline', 'Root Cause', 'Summary'),
      report('Root Cause', 'Summary', 'Timeline'),
    ]
    expect(printHouseTemplate(houseOf(orders), 'here')).toMatch(
      /\nrules:\n {2}section-order: off # 2 of 3 reports have another order\.\n$/,
    )
  })
})
