import type { Outline, OutlineChild, OutlineSection } from '@postmortem/shared/outline'
import { applyOutlineChange, OutlineChangeNotification } from '@postmortem/shared/outlineChange'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOutlineChange } from '../../src/lsp/outlineChanges.ts'
import { startEditor } from './editor.ts'

const position = fc.record({ line: fc.nat(9), character: fc.nat(1) })
const child: fc.Arbitrary<OutlineChild> = fc.oneof(
  fc.record({ kind: fc.constant('gap' as const), title: fc.constantFrom('a', 'b'), position }),
  fc.record({
    kind: fc.constant('entry' as const),
    label: fc.constantFrom(null, '09:00'),
    text: fc.constantFrom('it broke', 'it works'),
    elapsed: fc.constantFrom(null, '+00:05'),
    position,
  }),
)
const section: fc.Arbitrary<OutlineSection> = fc.record({
  kind: fc.constant('section' as const),
  id: fc.constantFrom('summary', 'timeline'),
  title: fc.constantFrom('Summary', 'Timeline', 'What happened'),
  state: fc.constantFrom('complete' as const, 'empty' as const),
  words: fc.nat(2),
  unfilled: fc.nat(1),
  range: fc.option(fc.record({ start: position, end: position })),
  moves: fc.subarray(['up' as const, 'down' as const]),
  children: fc.array(child, { maxLength: 4 }),
})
const sections = fc.array(section, { maxLength: 4 })
const outline: fc.Arbitrary<Outline> = fc.record({
  template: fc.constantFrom('sre', 'base'),
  headline: fc.subarray(['SEV1', 'draft']),
  sections,
})

function moved({ sections: all, ...rest }: Outline, by: number): Outline {
  const down = ({ line, character }: OutlineChild['position']) => ({ line: line + by, character })
  return {
    ...rest,
    sections: all.map(({ range, children, ...each }) => ({
      ...each,
      range: range && { start: down(range.start), end: down(range.end) },
      children: children.map((item) => ({ ...item, position: down(item.position) })),
    })),
  }
}

describe('the change of an outline', () => {
  it('makes the new outline of the last one', () => {
    fc.assert(
      fc.property(outline, outline, (last, now) => {
        const change = findOutlineChange(last, now)
        expect(change === null ? last : applyOutlineChange(last, change)).toEqual(now)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is none if nothing is different', () => {
    fc.assert(
      fc.property(outline, (last) => {
        expect(findOutlineChange(last, structuredClone(last))).toBeNull()
      }),
    )
  })

  it('repeats nothing that is as it was or has only moved', () => {
    const isPlaced = ({ range }: OutlineSection) => range !== null
    fc.assert(
      fc.property(sections, section, sections, fc.nat(3), (above, between, below, down) => {
        const placed = { template: 'sre', headline: [], sections: below.filter(isPlaced) }
        const last: Outline = { ...placed, sections: [...above, ...placed.sections] }
        const now = { ...last, sections: [...above, between, ...moved(placed, down).sections] }
        const change = findOutlineChange(last, now)
        expect(change?.sections.items.length ?? 0).toBeLessThanOrEqual(1)
      }),
    )
  })
})

it('an editor that can apply changes is sent the one entry that is edited, and no other', async () => {
  const entries = Array.from({ length: 300 }, (_, index) => {
    const clock = `${10 + Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')}`
    return `- 2024-05-10 ${clock} UTC - Step ${index} was taken.`
  })
  const text = `# Postmortem: search is down\n\n## Timeline\n\n${entries.join('\n')}\n\n## Root Cause\n\nA full disk.\n`
  const editor = await startEditor({ experimental: { postmortem: true, outlineChanges: true } })
  await editor.open(text)
  const sent = () => editor.told<OutlineChangeNotification.Params>(OutlineChangeNotification.method)
  expect(sent()).toEqual([])
  const at = text.indexOf('Step 150')
  await editor.type(at, at, 'The ')
  const [change] = sent()
  expect(change?.sections.items.map(({ children }) => children.items)).toMatchObject([
    [{ kind: 'entry', text: 'The Step 150 was taken.' }],
  ])
  expect(JSON.stringify(change).length).toBeLessThan(1_000)
  editor.close()
})
