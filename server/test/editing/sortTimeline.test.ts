import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortTimeline } from '../../src/editing/sortTimeline.ts'
import { createService } from '../../src/service.ts'
import { apply } from '../rules/findings.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })
const editsFor = (text: string) => sortTimeline(service.open(text).report)

/** Sorts the timeline of a report with these lines; null if no edits are offered. */
function sort(timeline: string): string | null {
  const text = report(timeline)
  const edits = editsFor(text)
  return edits === null ? null : apply(text, edits).slice(opening.length, -closing.length)
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

  it('offers nothing if an entry has no time', () => {
    expect(sort('- 10:00 - fixed\n- 09:00 - detected\n- told the team')).toBe(null)
  })

  it('offers nothing if an entry would cross a title', () => {
    expect(sort('### Detection\n\n- 10:00 - detected\n\n### Resolution\n\n- 09:00 - fixed')).toBe(null)
  })

  it('offers nothing if several entries share a line', () => {
    expect(sort('10:00: fixed. 09:00: detected. 09:30: escalated.')).toBe(null)
  })

  it('offers nothing if an entry takes its date from the one above it', () => {
    expect(sort('- 2024-05-11 09:00 - fixed\n- 08:00 - detected')).toBe(null)
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
      { seed: 20_240_510, numRuns: 60 },
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
