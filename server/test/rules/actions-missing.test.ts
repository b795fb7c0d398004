import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

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
    'All follow-up work is in [one epic](https://acme.example/epics/12).',
    'No further action is needed.',
    'We decided that no change is needed.',
  ])('is silent about what may be a plan, and about none: %s', (text) => {
    expect(isMissing(text)).toBe(false)
  })

  it('is silent about a list, even if it is called improvements', () => {
    expect(isMissing('### Improvements\n\n- Larger disks', '## Corrective Measures')).toBe(false)
  })
})
