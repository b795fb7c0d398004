import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../../src/markdown/document.ts'
import { readReport } from '../../../src/postmortem/readReport.ts'
import { holberton } from '../../../src/templates/holberton.ts'
import { formatIso } from '../../../src/time/repair/print.ts'
import { defaultTimeSettings } from '../../../src/time/resolved/resolved.ts'

interface Conventions {
  readonly defaultZone?: string
  readonly declaredZone?: string
}

/** Reads the start of the outage and the first entry. */
function check(duration: string, { defaultZone, declaredZone }: Conventions, expected: readonly string[]) {
  const text = `# Postmortem\n\n## Issue Summary\n\n- **Duration:** ${duration}\n\n## Timeline\n\n- 14:00 - The alert fired.\n`
  const conventions = {
    settings: { ...defaultTimeSettings, defaultZone: defaultZone ?? null },
    declaredZone: declaredZone ?? null,
  }
  const { fields, timeline } = readReport(MarkdownDocument.from(text), holberton, { conventions })
  const times = [fields.start?.time, timeline.entries[0]?.time]
  expect(times.map((time) => (time ? `${formatIso(time)} ${time.certainty}` : null))).toEqual(expected)
}

describe('what holds for times that the text leaves open', () => {
  it('is assumed where the team says it', () => {
    check('2024-05-10 from 14:00 to 15:00', { defaultZone: 'Europe/London' }, [
      '2024-05-10T14:00:00+01:00 assumed',
      '2024-05-10T14:00:00+01:00 assumed',
    ])
  })

  it('is certain where the front matter says it', () => {
    check('2024-05-10 from 14:00 to 15:00', { declaredZone: 'Europe/Paris', defaultZone: 'UTC' }, [
      '2024-05-10T14:00:00+02:00 certain',
      '2024-05-10T14:00:00+02:00 certain',
    ])
  })

  it('gives way to what the text says', () => {
    check('2024-05-10 from 14:00 to 15:00 UTC', { declaredZone: 'Europe/Paris', defaultZone: 'Asia/Tokyo' }, [
      '2024-05-10T14:00:00+00:00 certain',
      '2024-05-10T14:00:00+00:00 certain',
    ])
  })
})
