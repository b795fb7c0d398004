import { describe, expect, it } from 'vitest'
import { incidentIn } from './incidents.ts'
import { report } from './wholeReport.ts'

describe('labelled values', () => {
  it('are not those of a list below a title', () => {
    const state = '## Current Status\n\n- **Production:** online\n- **Staging:** online\n\n'
    expect(incidentIn(report({}).replace('## Timeline', `${state}## Timeline`)).status).toBeNull()
    expect(incidentIn(report({ summary: '**Status:** Resolved' })).status?.value).toBe('Resolved')
  })

  it('are not the priority of a step', () => {
    const step = '## Pending work\n\n**Priority:** Immediate\n\nText.\n\n'
    expect(incidentIn(report({}).replace('## Root', `${step}## Root`)).severity).toBeNull()
    expect(incidentIn(report({ summary: '**Priority:** P1' })).severity?.value).toBe('P1')
    expect(
      incidentIn(report({ before: '', title: '# Postmortem: search is down\n\n**Priority:** P2' })).severity
        ?.value,
    ).toBe('P2')
  })

  it('are no sentence about what was similar', () => {
    const related = (text: string) =>
      incidentIn(report({ summary: `- **Previous incidents:** ${text}` })).related.map(({ value }) => value)
    expect(related('INC-12, 2024-05-03-search.md')).toEqual(['INC-12', '2024-05-03-search.md'])
    expect(related('The great search outage')).toEqual(['The great search outage'])
    expect(related('Keys were exposed in a chat by somebody from another team')).toEqual([])
  })

  it('keep what is in brackets, and are no state of services', () => {
    const servicesOf = (services: string) =>
      incidentIn(report({ summary: `- **Services:** ${services}` })).services.map(({ value }) => value)
    expect(servicesOf('search (index, API of the north), mail')).toEqual([
      'search (index, API of the north)',
      'mail',
    ])
    expect(servicesOf('All running normally')).toEqual([])
  })

  it('are a sentence, if it is all that is below a heading for the state', () => {
    const statusOf = (text: string) =>
      incidentIn(report({}).replace('## Timeline', `## Status\n\n${text}\n\n## Timeline`)).status?.value
    const sentence = 'Most of the fixes are deployed on the test cluster. Watching it.'
    expect(statusOf(sentence)).toBe(sentence)
    expect(statusOf(`${sentence}\n\nMore will follow.`)).toBeUndefined()
    expect(statusOf('Complete (the tasks are open)')).toBe('Complete')
  })

  it('are the reports that references link to as related', () => {
    const relatedOf = (text: string) =>
      incidentIn(`${report({})}\n## References\n\n- ${text}\n`).related.map(({ value }) => value)
    expect(relatedOf('Related incident (mail, May 2024): [Mail is late](2024-05-01-mail.md)')).toEqual([
      '2024-05-01-mail.md',
    ])
    expect(relatedOf('Related documentation: [Mail](mail.md)')).toEqual([])
  })
})
