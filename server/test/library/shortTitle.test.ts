import { expect, it } from 'vitest'
import { shortTitle } from '../../src/library/shortTitle.ts'

it.each([
  ['Postmortem: mail is late', 'Mail is late'],
  ['Incident Post-Mortem – Search is down', 'Search is down'],
  ['Incident report: nobody can log in', 'Nobody can log in'],
  ['Postmortems: how to write them', 'Postmortems: how to write them'],
  ['Incident 42', 'Incident 42'],
  ['Postmortem: ', 'Postmortem: '],
])('shortens "%s" to "%s"', (title, short) => {
  expect(shortTitle(title)).toBe(short)
})
