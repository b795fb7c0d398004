import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeBorrowedDate } from '../../src/editing/borrowedDate.ts'
import { sortTimeline } from '../../src/editing/sortTimeline.ts'
import type { Edit } from '../../src/postmortem/lines/passage.ts'
import { createService } from '../../src/service.ts'
import { apply } from '../rules/findings.ts'
import { runs } from '../runs.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })
const sortingOf = (text: string) => sortTimeline(service.open(text).report)

function editsFor(text: string): readonly Edit[] | null {
  const sorting = sortingOf(text)
  return sorting.kind === 'sorted' ? sorting.edits : null
}

/** Sorts the timeline of a report with these lines; null if that is refused. */
function sort(timeline: string): string | null {
  const text = report(timeline)
  const edits = editsFor(text)
  return edits === null ? null : apply(text, edits).slice(opening.length, -closing.length)
}

/** The reason for a refusal, with the entry in doubt. */
function refusalOf(timeline: string): string {
  const sorting = sortingOf(report(timeline))
  if (sorting.kind === 'sorted') return 'sorted'
  const { label, text } = sorting.entry
  return `${sorting.doubt}: ${(label ?? text).text}`
}

function leftIn(timeline: string): readonly string[] {
  const sorting = sortingOf(report(timeline))
  return sorting.kind === 'sorted' ? sorting.left.map(({ text }) => text) : ['refused']
}

const opening =
  '# Postmortem\n\n## Issue Summary\n\n- Duration: 2024-05-10 from 09:00 to 11:30 UTC\n\n## Timeline\n\n'
const closing = '\n\n## Root Cause and Resolution\n\nA disk was full.\n'
const report = (timeline: string) => opening + timeline + closing

describe('sorting a timeline', () => {
  it('moves an entry with everything below it', () => {
    expect(
      sort(
        '- 09:00 - detected\n- 10:00 - fixed\n- 09:30 - **escalated**\n  - to the *second* team\n\n  > quoted',
      ),
    ).toBe(
      '- 09:00 - detected\n- 09:30 - **escalated**\n  - to the *second* team\n\n  > quoted\n- 10:00 - fixed',
    )
  })

  it('keeps equal times in their order, and leaves a sorted list alone', () => {
    expect(editsFor(report('- 09:00 - detected\n- 09:00 - told the team\n- 10:00 - fixed'))).toEqual([])
    expect(sort('- 10:00 - fixed\n- 09:00 - detected\n- 09:00 - told the team')).toBe(
      '- 09:00 - detected\n- 09:00 - told the team\n- 10:00 - fixed',
    )
  })

  it('sorts below each date by itself', () => {
    expect(
      sort(
        '### 10 May 2024\n\n- 23:00 - detected\n- 22:00 - deployed\n\n### 11 May 2024\n\n- 01:00 - fixed\n- 00:30 - found',
      ),
    ).toBe(
      '### 10 May 2024\n\n- 22:00 - deployed\n- 23:00 - detected\n\n### 11 May 2024\n\n- 00:30 - found\n- 01:00 - fixed',
    )
  })

  it('sorts the rows of a table below its head', () => {
    const head = '| Time | Event |\n| --- | --- |\n'
    expect(sort(`${head}| 10:00 | fixed |\n| 09:00 | **detected** |\n| 09:30 | paged |`)).toBe(
      `${head}| 09:00 | **detected** |\n| 09:30 | paged |\n| 10:00 | fixed |`,
    )
  })

  it('moves an entry without a time with the one above it', () => {
    expect(sort('- 10:00 - fixed\n- 09:00 - detected\n- told the team')).toBe(
      '- 09:00 - detected\n- told the team\n- 10:00 - fixed',
    )
    const head = '| Time | Event |\n| --- | --- |\n'
    expect(sort(`${head}| 10:00 | fixed |\n| | told the team |\n| 09:00 | detected |`)).toBe(
      `${head}| 09:00 | detected |\n| 10:00 | fixed |\n| | told the team |`,
    )
  })

  it('leaves entries that are to be filled in at the end', () => {
    const blank = '- {{HH:MM}} UTC - {{How the incident was resolved.}}'
    expect(sort(`- 10:00 - fixed\n- 09:00 - detected\n${blank}`)).toBe(
      `- 09:00 - detected\n- 10:00 - fixed\n${blank}`,
    )
    expect(leftIn(`- 10:00 - fixed\n- 09:00 - detected\n${blank}`)).toEqual([])
  })

  it('sorts around an entry whose time is not certain, and says which one', () => {
    const lines = '- 10:00 UTC - fixed\n- 25:10 UTC - paged\n- 09:00 UTC - detected'
    expect(sort(lines)).toBe('- 09:00 UTC - detected\n- 25:10 UTC - paged\n- 10:00 UTC - fixed')
    expect(leftIn(lines)).toEqual(['25:10 UTC'])
    expect(leftIn(lines.replace('25:10 UTC', '10:30 IST'))).toEqual(['10:30 IST'])
  })

  it('sorts on both sides of a line between the entries', () => {
    expect(
      sort('- 10:00 - fixed\n- 09:00 - detected\n\nMeanwhile we waited.\n\n- 12:00 - closed\n- 11:00 - told'),
    ).toBe('- 09:00 - detected\n- 10:00 - fixed\n\nMeanwhile we waited.\n\n- 11:00 - told\n- 12:00 - closed')
  })

  it('names the entry that keeps all others from being sorted', () => {
    expect(
      refusalOf('- 10:00 UTC - fixed\n- 25:10 UTC - paged\n\nMeanwhile we waited.\n\n- 09:00 UTC - detected'),
    ).toBe('no-time: 25:10 UTC')
    expect(refusalOf('### Detection\n\n- 10:00 - detected\n\n### Resolution\n\n- 09:00 - fixed')).toBe(
      'apart: 09:00',
    )
    expect(refusalOf('10:00: fixed. 09:00: detected. 09:30: escalated.')).toBe('shares-line: 09:00')
    expect(refusalOf('- 2024-05-11 09:00 - fixed\n- 08:00 - detected')).toBe('borrows-date: 08:00')
  })

  it.each([
    ['a rule', '- 10:00 - fixed\n\n---\n\n- 09:00 - detected'],
    ['a rule between paragraphs', '10:00: fixed\n\n---\n\n09:00: detected'],
    ['a paragraph between paragraphs', '10:00: fixed\n\nMeanwhile we waited.\n\n09:00: detected'],
  ])('moves no entry past %s', (_, timeline) => {
    expect(refusalOf(timeline)).toBe('apart: 09:00')
  })

  it('moves the lines with which a paragraph goes on', () => {
    expect(sort('10:00: fixed\nwith a restart\n\n09:00: detected\nby an alert')).toBe(
      '09:00: detected\nby an alert\n\n10:00: fixed\nwith a restart',
    )
  })

  it('names the first of the entries that borrow a date', () => {
    expect(refusalOf('- 2024-05-11 09:00 - fixed\n- 08:00 - detected\n- 08:30 - told')).toBe(
      'borrows-date: 08:00',
    )
  })

  it('is certain once the date that an entry borrows is written beside it', () => {
    const text = report('- 11 May 2024 09:00 - fixed\n- 08:00 - detected')
    const { report: read } = service.open(text)
    const sorting = sortTimeline(read)
    const edit = sorting.kind === 'refused' ? writeBorrowedDate(sorting.entry, read) : null
    const written = apply(text, edit === null ? [] : [edit])
    expect(written).toContain('- 11 May 2024 08:00 - detected')
    expect(apply(written, editsFor(written) ?? [])).toContain(
      '- 11 May 2024 08:00 - detected\n- 11 May 2024 09:00 - fixed',
    )
  })

  it('restores any list that was shuffled, byte for byte', () => {
    fc.assert(
      fc.property(shuffled, ({ entries, order, separator, lineEnding }) => {
        const join = (list: readonly string[]) => report(list.join(separator)).replaceAll('\n', lineEnding)
        const sorted = join(entries)
        const text = join(order.map((index) => entries[index] ?? ''))
        const edits = editsFor(text)
        expect(edits).not.toBe(null)
        const restored = apply(text, edits ?? [])
        expect(restored).toBe(sorted)
        expect(editsFor(restored)).toEqual([])
      }),
      { seed: 20_240_510, numRuns: runs(20) },
    )
  })
})

const styles: readonly {
  readonly entry: (time: string, text: string) => string
  readonly separators: readonly string[]
}[] = [
  { entry: (time, text) => `- ${time} - ${text}`, separators: ['\n', '\n\n'] },
  { entry: (time, text) => `* **${time}** — ${text}\n  - and more\n    of it`, separators: ['\n', '\n\n'] },
  {
    entry: (time, text) => `- \`${time}\`: ${text}\n\n  \`\`\`\n  12:00 log\n  \`\`\``,
    separators: ['\n', '\n\n'],
  },
  { entry: (time, text) => `${time}: ${text}`, separators: ['\n', '\n\n'] },
  { entry: (time, text) => `### ${time}\n\n${text}\n\n- a script was run`, separators: ['\n\n'] },
]

const shuffled = fc
  .record({
    style: fc.constantFrom(...styles),
    minutes: fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { minLength: 2, maxLength: 8 }),
    dated: fc.boolean(),
    wide: fc.boolean(),
    lineEnding: fc.constantFrom('\n', '\r\n'),
    seeds: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ style, minutes, dated, wide, lineEnding, seeds }) => {
    const entries = [...minutes]
      .sort((one, other) => one - other)
      .map((minute, index) => {
        const iso = new Date(Date.UTC(2024, 4, 10, 9) + minute * 60_000).toISOString()
        return style.entry(
          `${dated ? `${iso.slice(0, 10)} ` : ''}${iso.slice(11, 16)}`,
          `step number ${index} was *taken*`,
        )
      })
    const order = entries
      .map((_, index) => index)
      .sort((one, other) => (seeds[one] ?? 0) - (seeds[other] ?? 0))
    return {
      entries,
      order,
      separator: style.separators[wide ? 1 : 0] ?? style.separators[0] ?? '\n',
      lineEnding,
    }
  })
