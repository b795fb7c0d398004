import { expect, it } from 'vitest'
import { writeDuration } from '../../../../src/rules/support/fixes/writeDuration.ts'

it.each([
  [210, '1h 5m', '3h 30m'],
  [210, '1h5m', '3h30m'],
  [210, '1 h 5 m', '3 h 30 m'],
  [120, '1h 5m', '2h'],
  [45, '1h 5m', '45m'],
  [210, '2h', '3h 30m'],
  [65, '0:45', '1:05'],
  [119.6, '0:45', '2:00'],
  [90, '45 mins', '90 mins'],
  [90, 'about an hour', '1 hour 30 minutes'],
])('%d minutes are written like %j: %s', (minutes, model, written) => {
  expect(writeDuration(minutes, model)).toBe(written)
})
