import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { keepParts } from '../../src/postmortem/keepParts.ts'
import { Memory } from '../../src/postmortem/lines/memory.ts'
import type { Range } from '../../src/postmortem/lines/passage.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import type { Report } from '../../src/postmortem/report.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { marked } from '../markdown/markedEdit.ts'

const apart = 'The queue grew faster than the workers could drain it, and requests began to wait.\n\n'.repeat(
  4,
)

/** Reads a report, edits it at the mark and reads it again. */
function readTwice(source: string): readonly [Report, Report] {
  const { text, edit } = marked(source)
  const document = MarkdownDocument.from(text)
  const memory = new Memory()
  const read = () => readReport(document, holberton, { memory })
  const before = read()
  document.edit([edit])
  return [before, keepParts(before, read())]
}

function shown(place: Range | null | undefined, { source }: Report): string | null {
  return place == null ? null : source.slice(place.start, place.end)
}

const impact = (edit: string) =>
  `# Postmortem: search is down\n\n## Impact\n\n${edit}\n\n${apart}## Timeline\n\n- 10:00 UTC - An alert was received.\n\n## Action Items\n\n- [ ] Add an alert (owner: Ann, due: 2024-05-01)\n`

describe('the parts of a report', () => {
  it('are the same objects if they only moved, and say where they are now', () => {
    const [before, after] = readTwice(impact('All users «»certainly ¦were affected.'))
    expect(after.timeline).toBe(before.timeline)
    expect(after.actionItems).toBe(before.actionItems)
    expect(shown(after.actionItems[0]?.due, after)).toBe('2024-05-01')
    expect(shown(after.timeline.entries[0]?.text, after)).toBe('An alert was received.')
  })

  it('are the same objects for a letter, but for those that tell it', () => {
    const [before, after] = readTwice(impact('All users w«»h¦ere affected.'))
    const changed = Object.keys(after).filter(
      (name) => after[name as keyof Report] !== before[name as keyof Report],
    )
    expect(changed.sort()).toEqual(['fields', 'incidents', 'lines', 'statements'])
    expect(after.fields.start).toBe(before.fields.start)
  })

  it('are others if they say something else', () => {
    const [before, after] = readTwice(impact('Text.').replace('10:00', '1«0»1¦:00'))
    expect(after.timeline.entries).not.toBe(before.timeline.entries)
    expect(after.timeline.entries[0]?.label?.text).toBe('11:00 UTC')
  })
})

describe('a memory', () => {
  it('answers with the same object if it finds the same again', () => {
    const memory = new Memory()
    const isEven = (number: number) => ({ isEven: number % 2 === 0 })
    expect(memory.keep(isEven, 2)).toBe(memory.keep(isEven, 4))
  })

  it('asks a step again only if it is given something else', () => {
    const memory = new Memory()
    const double = (numbers: readonly number[]) => numbers.map((each) => 2 * each)
    const first = memory.keep(double, [1, 2])
    expect(memory.keep(double, [1, 2])).toBe(first)
    expect(memory.keep(double, [1, 3])).toEqual([2, 6])
  })

  it('holds things that are no plain data to be the same only if they are one object', () => {
    const memory = new Memory()
    let asked = 0
    const count = (_: ReadonlySet<number>) => ++asked
    memory.keep(count, new Set([1]))
    expect(memory.keep(count, new Set([1]))).toBe(2)
  })
})
