import { describe, expect, it } from 'vitest'
import { findingsIn, severitiesOf } from './findings.ts'

const isMissing = (text: string, title = '## Action Items') =>
  findingsIn(`# Postmortem: full disk\n\n${title}\n\n${text}\n`).some(
    ({ rule }) => rule === 'actions-missing',
  )

describe('actions-missing', () => {
  it.each([
    'Disks should be watched.',
    'This report shows how important disks are. By following these measures, we hope for the best.',
  ])('reports wishes: %s', (text) => {
    expect(isMissing(text)).toBe(true)
  })

  it.each([
    'We will be introducing a limit on uploads.',
    'The page will be changed to list no installers.',
    'The team reacted at once. Enhance the alert on the disk.',
    'We will add an alert for the disk.\n\nIt took a while to find it.',
    'All follow-up work is in [one epic](https://acme.example/epics/12).',
    'No further action is needed.',
    'We decided that no change is needed.',
    'The mitigation above should be enough.',
    '```\n1. Watch the disks\n2. Rotate the logs\n```',
  ])('is silent about what may be a plan, and about none: %s', (text) => {
    expect(isMissing(text)).toBe(false)
  })

  it('is silent about a list of improvements and about promises, if no template asks for a list of action items', () => {
    const lessons =
      '## What went well\n\nThe backup.\n\n## What went wrong\n\nThe alert.\n\n## Corrective Measures'
    expect(isMissing('### Improvements\n\n- Larger disks', lessons)).toBe(false)
    expect(isMissing('The team will introduce a limit on uploads.', lessons)).toBe(false)
  })

  it('reports both in a report after the base template, which has action items beside improvements', () => {
    const title = '## Corrective and Preventative Measures'
    expect(isMissing('### Improvements\n\n- Larger disks', title)).toBe(true)
    expect(isMissing('The team will introduce a limit on uploads.', title)).toBe(true)
    expect(isMissing('**Tasks:** the team will introduce a limit on uploads.', title)).toBe(false)
  })
})

describe('a section of measures without a list', () => {
  const severities = (text: string) =>
    findingsIn(
      `# Postmortem: slow\n\n## Issue Summary\n\nText.\n\n## Corrective and Preventative Measures\n\n${text}\n`,
    )
      .filter(({ rule }) => rule === 'actions-missing')
      .map(({ severity }) => severity)

  it('is only an information if it is one promise', () => {
    expect(severities('We will install a tool that sends an alert before the disk is full.')).toEqual([
      'information',
    ])
    expect(severities('Disks are important to all of us.')).toEqual(['warning'])
  })

  it('may be in another language, and list what is not recognised', () => {
    expect(severities('Le disque était plein et personne ne regardait les journaux.\n\n'.repeat(4))).toEqual(
      [],
    )
  })
})

describe('a section without action items', () => {
  const own =
    '# Postmortem: full disk\n\n## What went well\n\nThe backup.\n\n## What went wrong\n\nThe alert.\n\n'
  const advice = 'Choose the smallest disk that is enough.\n'

  it('is reported in a report of its own shape only if it is named for them', () => {
    expect(severitiesOf('actions-missing', `${own}## Prevention\n\n${advice}`)).toEqual([])
    expect(severitiesOf('actions-missing', `${own}## Action Items\n\n${advice}`)).toEqual(['warning'])
  })

  it('may list them in a table that blank lines have torn apart', () => {
    const table = '| Acción | Equipo |\n\n|---|---|\n\n| Alarma de disco | Datos |\n'
    expect(severitiesOf('actions-missing', `${own}## Action Items\n\n${table}`)).toEqual([])
  })
})
