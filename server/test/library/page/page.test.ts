import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeOverview } from '../../../src/library/overview.ts'
import { writePage, writeParts } from '../../../src/library/page/page.ts'
import { durationScale, timeTicks } from '../../../src/library/page/scales.ts'
import { sentenceOf } from '../../../src/messages/sentence.ts'
import { inEnglish, type Translate } from '../../../src/messages/translate.ts'
import { runs } from '../../runs.ts'
import { dayNumber, known, makeIncident, makeTask } from '../incidents.ts'

const now = Date.UTC(2024, 5, 10, 12)
const hash = (text: string) => createHash('sha256').update(text).digest('base64')

/** The page about three incidents whose texts are all the same one. */
function pageWith(text: string, file = 'incidents/search.md'): string {
  const incident = makeIncident({
    file,
    line: 3,
    title: text,
    date: known('2024-05-10'),
    severity: known(text),
    status: known(text),
    services: [known(text)],
    duration: known(90),
    timeToDetect: known(4),
    tasks: [makeTask({ text, owner: text, due: text, dueDay: dayNumber('2024-06-01'), ticket: text })],
    unread: [{ column: 'date', line: null, reason: sentenceOf(text) }],
  })
  const others = [
    { ...incident, duration: null, isNearMiss: true },
    { ...incident, date: null },
  ]
  const options = { by: null, since: null, hasMeans: false, now }
  return writePage(makeOverview([incident, ...others], options), { now, hash })
}

const bodyOf = (page: string) => page.slice(page.indexOf('<body>'), page.indexOf('<script>'))

/** Every tag with its attributes, whose values are left out: what a browser makes elements of. */
const tagsIn = (page: string) =>
  (bodyOf(page).match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'))

describe('the page of all incidents', () => {
  it('has the same elements whatever the reports say', () => {
    const expected = tagsIn(pageWith('Search is down'))
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '</table></main><iframe src="https://evil.example">',
        '<!-- ',
        ']]>',
        '`${alert(1)}`',
        'javascript:alert(1)',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    )
    fc.assert(
      fc.property(hostile, hostile, (text, file) => {
        expect(tagsIn(pageWith(`x${text}`, `x${file}`))).toEqual(expected)
      }),
      { numRuns: runs(7) },
    )
  })

  it('permits its own style and script, and nothing else', () => {
    const page = pageWith('Search is down')
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]
    const inside = (name: string) => new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(page)![1]!
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash(inside('style'))}'`,
      `script-src 'sha256-${hash(inside('script'))}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(page).not.toMatch(/\sstyle=|\son\w+=|https?:/)
  })

  it('leads from every mark and row to a line of a report, and nowhere else', () => {
    const addresses = (file: string) =>
      [...pageWith('Search is down', file).matchAll(/href="([^"]*)"/g)].map(([, address]) => address)
    expect(new Set(addresses('incidents/search.md'))).toEqual(
      new Set(['incidents/search.md#L3', 'incidents/search.md#L9']),
    )
    expect(addresses('javascript:alert(1)//.md')[0]).toBe('javascript%3Aalert%281%29//.md#L3')
  })

  it('says what there is, and of how many incidents it knows it', () => {
    const body = bodyOf(pageWith('Search is down'))
    expect(body).toContain('2024-05-10 · as of 2024-06-10')
    expect(body).toContain(
      '<dt>Median duration</dt><dd>1 h 30 min</dd><dd class="note">known for 2 of 3</dd>',
    )
    expect(body).toContain('<dt>Open action items</dt><dd>3</dd><dd class="note">3 overdue</dd>')
    expect(body).toContain('<th scope="row">1 to 4 h</th>')
    expect(body).toContain('<th scope="row">2024 Q2</th><td>2</td>')
  })

  it('can be written about nothing', () => {
    const options = { by: null, since: null, hasMeans: false, now }
    expect(writePage(makeOverview([], options), { now, hash })).toContain('No duration is known.')
  })
})

describe('the axes of its picture', () => {
  it('have as many dates as there is room for', () => {
    const [first, last] = [dayNumber('2023-11-20'), dayNumber('2024-05-10')]
    expect(timeTicks(first, last, 8).map(({ label }) => label)).toEqual([
      '2023-12',
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-05',
    ])
    expect(timeTicks(first, last, 3).map(({ label }) => label)).toEqual(['2024-01', '2024-04'])
    expect(timeTicks(dayNumber('1990-01-01'), dayNumber('2024-01-01'), 4).map(({ label }) => label)).toEqual([
      '1990',
      '2000',
      '2010',
      '2020',
    ])
  })

  it('never show a longer duration below a shorter one', () => {
    const y = durationScale(10_000, 200, 0)
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (one, other) => {
        expect(y(Math.max(one, other))).toBeLessThanOrEqual(y(Math.min(one, other)))
      }),
    )
    expect([y(0), y(10_000)]).toEqual([200, 0])
  })
})

describe('the page within an editor', () => {
  const days = ['2024-01-01', '2024-03-01', '2024-02-01']
  const incidents = days.map((day) => makeIncident({ file: `${day}.md`, date: known(day) }))

  it('shows the latest of too many incidents, and says how many there are', () => {
    const { body } = writeParts(incidents, { now, translate: inEnglish, most: 2 })
    expect(body).toContain('2024-02-01 to 2024-03-01 · as of 2024-06-10 · the latest 2 of 3 incidents')
    expect(body).not.toContain('2024-01-01.md')
  })

  it('is wholly in the language of the editor', () => {
    const wordless: Translate = (message) => (typeof message === 'object' ? '' : String(message))
    const incident = makeIncident({
      title: '1',
      file: '2',
      date: known('2024-05-10'),
      severity: known('3'),
      duration: known(90),
      timeToDetect: known(4),
      tasks: [makeTask({ text: '4', dueDay: 1 }), makeTask({ text: '5', done: true })],
      unread: [{ column: 'date', line: null, reason: sentenceOf('It is late.') }],
    })
    const others = [
      { ...incident, isNearMiss: true },
      { ...incident, date: null, duration: null },
    ]
    const { body } = writeParts([incident, ...others], { now, translate: wordless, most: 9 })
    const shown = body
      .replace(/ (?:aria-label|data-text|data-title)="([^"]*)"/g, '>$1<')
      .replace(/<[^>]*>/g, ' ')
    expect(shown.replace(/\d+ (?:min|h)\b/g, '')).not.toMatch(/\p{L}/u)
  })

  it('shows all of them otherwise, and says nothing of it', () => {
    const { body } = writeParts(incidents, { now, translate: inEnglish, most: 3 })
    expect(body).toContain('2024-01-01.md')
    expect(body).not.toMatch(/the latest \d/)
  })
})
