import { describe, expect, it } from 'vitest'
import { findingsIn, rulesIn } from './findings.ts'

describe('a title that is not misspelt', () => {
  it('is one in the plural', () => {
    expect(
      rulesIn('# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Immediate Fixes\n\nText.\n'),
    ).not.toContain('section-title-misspelt')
  })

  it('is that of a function of a framework', () => {
    const text = (title: string) =>
      `# Postmortem: stolen token\n\n## Timeline\n\nText.\n\n## Respond\n\nText.\n\n## ${title}\n\nText.\n`
    expect(rulesIn(text('Recover'))).not.toContain('section-title-misspelt')
    expect(rulesIn(text('Recoverry'))).toContain('section-title-misspelt')
  })

  it('is one in another language', () => {
    expect(rulesIn('# Postmortem: lento\n\n## Timeline\n\nText.\n\n## Impacto\n\nText.\n')).not.toContain(
      'section-title-misspelt',
    )
    expect(rulesIn('# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Inpact\n\nText.\n')).toContain(
      'section-title-misspelt',
    )
  })

  it('is another word', () => {
    expect(
      rulesIn('# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Recovery options\n\nText.\n'),
    ).not.toContain('section-title-misspelt')
  })

  const isMisspelt = (title: string, sentences = '') =>
    rulesIn(
      `# Postmortem: slow\n\n${sentences}## Timeline\n\nText.\n\n## Root Cause\n\nText.\n\n## ${title}\n\nText.\n`,
    ).includes('section-title-misspelt')

  it.each([
    'How does it affect users',
    'Contributing Factor 1',
    'Contributing Factor 2: the alert',
    'Enables',
  ])('is: %s', (title) => {
    expect(isMisspelt(title)).toBe(false)
  })

  it('is a word of another language, whatever is below it', () => {
    const titled = (title: string) =>
      rulesIn(
        `# Postmortem: slow\n\n## ${title}\n\n- 10:00 UTC: slow\n- 11:00 UTC: restored\n\n## Root Cause\n\nText.\n`,
      )
    expect(titled('Chronologie')).not.toContain('section-title-misspelt')
    expect(titled('Chronolgoy')).toContain('section-title-misspelt')
  })

  it('is one in the language of the report', () => {
    const sentence = 'Le disque était plein et personne ne regardait les journaux.\n\n'
    expect(isMisspelt('Resolutions', sentence.repeat(4))).toBe(false)
    expect(isMisspelt('Contributing Factros')).toBe(true)
  })
})

describe('a title that sounds like the right one', () => {
  it('is known, and reported as a slip', () => {
    const text =
      'Postmortem: slow\n\nTimeline:\n\nAt 11:42 UTC: an alert\nAt 13:15 UTC: restored\n\nRoute Cause:\n\nAt 11:37 UTC both servers were full.\n'
    expect(rulesIn(text)).not.toContain('timeline-order')
    expect(findingsIn(text).map(({ message }) => message)).toContain(
      'The title "Route Cause" is misspelt. Write "Root Cause".',
    )
  })
})
