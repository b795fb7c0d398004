import { describe, expect, it } from 'vitest'
import { incidentIn } from './incidents.ts'
import { report } from './wholeReport.ts'

describe('the words of the team', () => {
  it('are those of labels if it has chosen none', () => {
    const labelled = (trigger: string) =>
      incidentIn(report({ summary: `**Service:** search\n\n**Trigger:** ${trigger}` }))
    expect(labelled('config change')).toMatchObject({
      services: [{ value: 'search', certainty: 'certain' }],
      trigger: { value: 'config change', certainty: 'certain' },
    })
    expect(labelled('A host was restarted while the index grew.').trigger).toBeNull()
  })

  const words = { causes: ['full disk', 'capacity'], services: ['search'], triggers: ['config-change'] }
  const text = report({
    summary: '**Impact:** The search answered with errors.\n\n**Trigger:** a config change of the index',
  }).replace('The disk was full.', 'A full disk.')

  it('are recognised in what the text says, but only assumed', () => {
    expect(incidentIn(text, 'report.md', words)).toMatchObject({
      causes: [{ value: 'full disk', certainty: 'assumed' }],
      services: [{ value: 'search', certainty: 'assumed' }],
      trigger: { value: 'config-change', certainty: 'assumed' },
    })
  })

  it('are whole words', () => {
    expect(incidentIn(text, 'report.md', { causes: ['disk ', 'isk'], services: ['sea'] })).toMatchObject({
      services: [],
    })
  })

  it('may have any sign in them', () => {
    const services = ['R&D', 'C++', 'a.b', 'x/y [z', '100%']
    const found = (title: string) =>
      incidentIn(report({ title, summary: 'Text.' }), 'report.md', { services }).services.map(
        ({ value }) => value,
      )
    for (const each of services) expect(found(`# Postmortem: ${each} is down`)).toEqual([each])
    expect(found('# Postmortem: a+b is down')).toEqual([])
  })

  it('give way to what the front matter states', () => {
    const stated = `---\ncauses: [capacity]\n---\n\n${text}`
    expect(incidentIn(stated, 'report.md', words).causes).toMatchObject([
      { value: 'capacity', certainty: 'certain' },
    ])
  })
})
