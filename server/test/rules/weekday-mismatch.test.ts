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
