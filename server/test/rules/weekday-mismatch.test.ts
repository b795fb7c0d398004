import { expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, month + 1)))
const weekday = (day: Date) => day.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' })

it.each(days)('tells the weekday of %s', (day) => {
  const next = new Date(day.getTime() + 86_400_000)
  const written = `${weekday(next)} ${day.toISOString().slice(0, 10)}`
  const [finding] = findingsIn(
    `# Postmortem\n\n## Timeline (UTC)\n\n- ${written}, 14:00 - An alert.\n`,
  ).filter(({ rule }) => rule === 'weekday-mismatch')
  const date = day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  expect(finding?.message).toBe(
    `${date} is a ${weekday(day)}, not a ${weekday(next)}. Correct the weekday or the date.`,
  )
})

it.each([
  ['- **Date:** Monday, 20 November 2026\n- **Duration:** 2026-11-20 10:00 UTC to 2026-11-20 10:45 UTC', 1],
  ['| Field | Value |\n|---|---|\n| Reviewed on | Mon 2026-11-20 |', 1],
  ['On Monday, 20 November 2026, the search was down.', 1],
  ['On Friday, 20 November 2026, the search was down.', 0],
  ['On Monday, 20 November, the search was down.', 0],
  ['On Monday. 20 November 2026 was a day off.', 0],
  ['> On Monday, 20 November 2026, the search was down.', 0],
  ['```\nMon Nov 20 2026\n```', 0],
])('looks at each date that has its year: %s', (summary, count) => {
  const found = findingsIn(`# Postmortem: search\n\n## Issue Summary\n\n${summary}\n\n## Timeline\n\nText.\n`)
  expect(found.filter(({ rule }) => rule === 'weekday-mismatch')).toHaveLength(count)
})
