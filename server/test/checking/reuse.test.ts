import { afterEach, expect, it, vi } from 'vitest'
import { noConfiguration } from '../../src/config/teamConfiguration.ts'
import { rules } from '../../src/rules/index.ts'
import { createService } from '../../src/service.ts'
import { holberton } from '../../src/templates/holberton.ts'

const apart = 'The queue grew faster than the workers could drain it, and requests began to wait.\n\n'.repeat(
  5,
)

/** A report with `¦` where a letter is typed. Whatever is before and after it is in blocks of its own. */
const report = (edited: {
  readonly impact?: string
  readonly entry?: string
  readonly cause?: string
  readonly task?: string
}) => `# Postmortem: search is down

## Issue Summary

- **Duration:** 2024-05-10 10:00 UTC to 2024-05-10 11:10 UTC

${apart}## Impact

${apart}${edited.impact ?? ''}

${apart}## Timeline

${'- 2024-05-10 10:00 UTC - An alert about failed requests was received.\n'.repeat(6)}${edited.entry ?? ''}
${'- 2024-05-10 11:10 UTC - The disk was cleared, and the search was back.\n'.repeat(6)}
## Root Cause

${apart}${edited.cause ?? ''}

${apart}## Action Items

${'- [ ] Add an alert for the disk (owner: Ann, due: 2024-06-01)\n'.repeat(6)}${edited.task ?? ''}
${'- [ ] Add an alert for the disk (owner: Ann, due: 2024-06-01)\n'.repeat(6)}`

const constructs: readonly (readonly [name: string, edited: Parameters<typeof report>[0], most: number])[] = [
  ['a word of a paragraph', { cause: 'The disk of the oldest no¦de was full.' }, 10],
  ['a figure of the impact', { impact: 'It affected 25% of the us¦ers.' }, 14],
  ['the event of an entry', { entry: '- 2024-05-10 10:20 UTC - The no¦de was drained.' }, 26],
  ['the time of an entry', { entry: '- 2024-05-10 10:2¦0 UTC - The node was drained.' }, 26],
  ['a task', { task: '- [ ] Document the li¦mits of the disk (owner: Ann, due: 2024-06-01)' }, 13],
]

afterEach(() => void vi.restoreAllMocks())

it.each(constructs)('runs only some of the rules for a letter in %s', (_, edited, most) => {
  const [start = '', end = ''] = report(edited).split('¦')
  const service = createService({ logger: console, clock: () => Date.UTC(2024, 4, 20) })
  const document = service.open(start + end)
  const typeLetter = (at: number, text: string) => {
    document.edit([{ start: at, end: at, text }])
    service.check(document)
  }
  typeLetter(start.length, 'x')
  const runs = rules.map((rule) => vi.spyOn(rule, 'check'))
  typeLetter(start.length + 1, 'y')
  const count = runs.filter((run) => run.mock.calls.length > 0).length
  expect(count).toBeLessThanOrEqual(most)
  expect(count).toBeGreaterThan(0)
})

it('finds a problem where it is after the titles of the template have changed', () => {
  const team = {
    ...noConfiguration,
    template: {
      ...holberton,
      sections: holberton.sections.map((section) => ({ ...section, aliases: ['What nobody calls it'] })),
    },
  }
  const text = report({ cause: 'The password is hidden here: password=a1b2c3d4e5' })
  const service = createService({ logger: console, clock: () => 0 })
  const document = service.open(text)
  const placesAfterLetter = () => {
    document.edit([{ start: 4, end: 4, text: 'x' }])
    return service.check(document).flatMap(({ rule, range }) => (rule === 'secret-exposed' ? [range] : []))
  }
  placesAfterLetter()
  service.configure(document, { team })
  service.check(document)
  const start = text.indexOf('a1b2c3d4e5') + 2
  expect(placesAfterLetter()).toMatchObject([{ start, end: start + 'a1b2c3d4e5'.length }])
})

it('finds a problem where it is after its line has been written anew, word for word', () => {
  const text = report({ task: '- [ ] Document the limits of the disk' })
  const service = createService({ logger: console, clock: () => 0 })
  const document = service.open(text)
  const find = () =>
    service.check(document).flatMap(({ rule, range, related = [] }) => {
      return rule === 'action-due' ? [range, ...related.map((each) => each.range)] : []
    })
  const places = find()
  const at = text.indexOf('limits')
  document.edit([{ start: at, end: at, text: 'x' }])
  document.edit([{ start: at, end: at + 1, text: '' }])
  expect(find()).toEqual(places)
  document.edit([{ start: 4, end: 4, text: 'x' }])
  expect(find()).toEqual(places.map(({ start, end }) => ({ start: start + 1, end: end + 1 })))
})
