import type { SectionMove } from '@postmortem/shared/outline'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMoves, type PlannedMove, planMove } from '../../src/editing/sectionMoves.ts'
import type { Report } from '../../src/postmortem/report.ts'
import { read } from '../postmortem/read.ts'
import { afterAssignment, clean, invertedLevels, plainLines } from '../postmortem/shapes.ts'
import { apply } from '../rules/findings.ts'
import { runs } from '../runs.ts'

const intro = '# Postmortem: the disk was full\n\n'

/** Moves the section with this title. Returns the text after the move, or the obstacle. */
function move(text: string, title: string, to: SectionMove | { readonly onto: string }): string {
  const report = read(text)
  const goal = typeof to === 'string' ? to : sectionOf(to.onto, report)
  return written(text, planMove(sectionOf(title, report), goal, report))
}

function written(text: string, plan: PlannedMove): string {
  return plan.kind === 'refused' ? plan.obstacle : apply(text, plan.edits)
}

const sectionOf = (title: string, { sections }: Report) =>
  sections.find((section) => section.title.text === title)!

const movesOf = (text: string) => {
  const report = read(text)
  const moves = findMoves(report)
  return report.sections.map(({ title }) => [title.text, ...(moves.get(title.start) ?? [])].join(' '))
}

describe('moving a section', () => {
  const report = `${intro}## Issue Summary\n\nText.\n\n## Timeline\n\n- 09:00 UTC - It broke.\n\n## Root Cause and Resolution\n\nA disk.\n`

  it('goes past the next one, with everything below its title', () => {
    expect(move(report.replace('Text.', 'Text.\n\n### Impact\n\nMuch.'), 'Issue Summary', 'down')).toBe(
      `${intro}## Timeline\n\n- 09:00 UTC - It broke.\n\n## Issue Summary\n\nText.\n\n### Impact\n\nMuch.\n\n## Root Cause and Resolution\n\nA disk.\n`,
    )
  })

  it('goes past the one before it, from the end of a document without a last line ending', () => {
    expect(move(report.trimEnd(), 'Root Cause and Resolution', 'up')).toBe(
      `${intro}## Issue Summary\n\nText.\n\n## Root Cause and Resolution\n\nA disk.\n\n## Timeline\n\n- 09:00 UTC - It broke.`,
    )
  })

  it('goes to its place in the template', () => {
    const late = `${intro}## Timeline\n\nText.\n\n\n## Root Cause and Resolution\n\nA disk.\n\n## Issue Summary\n\nIt broke.  \n`
    expect(movesOf(late)).toEqual([
      'Timeline down',
      'Root Cause and Resolution up down',
      'Issue Summary up to-its-place',
    ])
    expect(move(late, 'Issue Summary', 'to-its-place')).toBe(
      `${intro}## Issue Summary\n\nIt broke.  \n\n## Timeline\n\nText.\n\n\n## Root Cause and Resolution\n\nA disk.\n`,
    )
    expect(move(report, 'Timeline', 'to-its-place')).toBe('in-its-place')
  })

  it('takes the place of another one', () => {
    expect(move(report, 'Issue Summary', { onto: 'Root Cause and Resolution' })).toBe(
      `${intro}## Timeline\n\n- 09:00 UTC - It broke.\n\n## Root Cause and Resolution\n\nA disk.\n\n## Issue Summary\n\nText.\n`,
    )
  })

  it('keeps the text between two sections between them', () => {
    const apart = report
      .replace('\n## Timeline', '\n---\n\n## Who wrote this\n\nWe.\n\n***\n\n## Timeline')
      .replace('\n## Root', '\n\n## Root')
    expect(move(apart, 'Timeline', 'up')).toBe(
      `${intro}## Timeline\n\n- 09:00 UTC - It broke.\n\n---\n\n## Who wrote this\n\nWe.\n\n***\n\n## Issue Summary\n\nText.\n\n\n## Root Cause and Resolution\n\nA disk.\n`,
    )
  })

  it('takes along the comment that silences a rule for the line of the title', () => {
    const comment = '<!-- postmortem-disable-next-line section-empty -->\n'
    const silenced = `${intro}## Issue Summary\n\nText.\n\n${comment}## Timeline\n\n## Root Cause and Resolution\n\nA disk.\n`
    expect(move(silenced, 'Timeline', 'up')).toBe(
      `${intro}${comment}## Timeline\n\n## Issue Summary\n\nText.\n\n## Root Cause and Resolution\n\nA disk.\n`,
    )
  })

  it('moves bold titles and labels as it moves headings', () => {
    expect(
      move(
        `${intro}**Issue Summary:**\nText.\n\nTimeline: the disk filled up on Monday morning.\n\n**Root Cause and Resolution**\n\nA disk.\n`,
        'Timeline',
        'up',
      ),
    ).toBe(
      `${intro}Timeline: the disk filled up on Monday morning.\n\n**Issue Summary:**\nText.\n\n**Root Cause and Resolution**\n\nA disk.\n`,
    )
  })

  it('moves items of a list, with what is nested below them', () => {
    expect(
      move(
        `${intro}- **Issue Summary:** Text.\n- **Timeline:**\n  - 09:00 UTC - It broke.\n- **Root Cause and Resolution:** A disk.\n`,
        'Timeline',
        'down',
      ),
    ).toBe(
      `${intro}- **Issue Summary:** Text.\n- **Root Cause and Resolution:** A disk.\n- **Timeline:**\n  - 09:00 UTC - It broke.\n`,
    )
  })

  it('moves a title that names two sections once, with one text', () => {
    const combined = `${intro}## Issue Summary and Timeline\n\nText.\n\n## Root Cause and Resolution\n\nA disk.\n`
    expect(movesOf(combined)).toEqual([
      'Issue Summary and Timeline down',
      'Issue Summary and Timeline down',
      'Root Cause and Resolution up',
    ])
    expect(move(combined, 'Root Cause and Resolution', 'up')).toBe(
      `${intro}## Root Cause and Resolution\n\nA disk.\n\n## Issue Summary and Timeline\n\nText.\n`,
    )
  })

  it('keeps a part within its section', () => {
    const nested = `${intro}## Timeline\n\nText.\n\n## Lessons Learned\n\n### What went well\n\nMuch.\n\n### What went wrong\n\nLittle.\n\n## Action Items\n\n- Rotate.\n`
    expect(movesOf(nested)).toEqual([
      'Timeline down',
      'Lessons Learned up down',
      'What went well down',
      'What went wrong up',
      'Action Items up',
    ])
    expect(move(nested, 'What went well', { onto: 'Timeline' })).toBe('not-beside')
    expect(move(nested, 'Lessons Learned', { onto: 'What went well' })).toBe('not-beside')
    expect(move(nested, 'What went wrong', 'down')).toBe('no-neighbour')
  })

  it('offers nothing for the rows of a table', () => {
    const table = `${intro}| Timeline | 09:00 UTC it broke |\n| --- | --- |\n| Root Cause | A disk |\n| Impact | Much |\n`
    expect(new Set(movesOf(table).map((each) => each.split(' ').at(-1)))).not.toContain('down')
    expect(move(table, 'Root Cause', 'down')).toBe('no-lines-of-its-own')
  })

  it('is refused while a block of code is open', () => {
    expect(move(`${report}\n\`\`\`sh\ndf -h\n`, 'Timeline', 'up')).toBe('open-fence')
  })

  it('is refused if a title would be read with the line above it', () => {
    const tight = `${intro}## Issue Summary\nText.\n## Timeline\nIt broke.\n\nRoot Cause and Resolution\n---\nA disk.\n`
    expect(move(tight, 'Root Cause and Resolution', 'up')).toBe('read-differently')
  })

  it.each(Object.entries({ plainLines, invertedLevels, clean, afterAssignment }))(
    'is exact in a report in the form of %s',
    (_, text) => {
      for (const section of read(text).sections) checkExact(text, section.title.text)
    },
  )

  it('loses no line, knows where the section is then, and is undone by the opposite move', () => {
    fc.assert(
      fc.property(reports, fc.nat(), (text, choice) => {
        const { sections } = read(text)
        checkExact(text, sections[choice % sections.length]!.title.text)
      }),
      { seed: 20_240_510, numRuns: runs(8) },
    )
  })

  it('loses no line wherever it goes', () => {
    fc.assert(
      fc.property(reports, fc.nat(), fc.nat(), (text, choice, goal) => {
        const report = read(text)
        const [section, other] = [choice, goal].map((each) => report.sections[each % report.sections.length]!)
        for (const to of ['to-its-place' as const, other!]) {
          const plan = planMove(section!, to, report)
          if (plan.kind === 'moved') expect(linesOf(apply(text, plan.edits))).toEqual(linesOf(text))
        }
      }),
      { seed: 20_240_510, numRuns: runs(5) },
    )
  })
})

const opposites = { up: 'down', down: 'up' } as const

function checkExact(text: string, title: string) {
  const report = read(text)
  const section = sectionOf(title, report)
  const offered = findMoves(report).get(section.title.start) ?? []
  for (const direction of ['up', 'down'] as const) {
    const plan = planMove(section, direction, report)
    if (plan.kind === 'refused') {
      if (plan.obstacle === 'no-neighbour') expect(offered).not.toContain(direction)
      else expect(['read-differently', 'open-fence']).toContain(plan.obstacle)
      continue
    }
    expect(offered).toContain(direction)
    const moved = apply(text, plan.edits)
    expect(linesOf(moved)).toEqual(linesOf(text))
    expect(moved).toBe(plan.after.slice(0, plan.after.length))
    const again = read(moved)
    const sectionThen = sectionOf(title, again)
    expect(moved.slice(plan.start, sectionThen.title.start)).toBe(
      text.slice(plan.from.start, section.title.start),
    )
    expect(written(moved, planMove(sectionThen, opposites[direction], again))).toBe(text)
  }
}

const linesOf = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .sort()

const titles = [
  'Issue Summary',
  'Timeline',
  'Root Cause and Resolution',
  'Corrective and Preventative Measures',
  'Lessons learned',
  'Who wrote this',
]
const bodies = fc.constantFrom(
  '',
  'Text.  ',
  '- **Impact:** errors\n- **Root Cause:** a full disk',
  '#### Numbers\n\nMany.\n\n##### Errors\n\nMore.',
  '- 14:02 UTC - An alert came.\n\n  > quoted\n- 14:45 UTC - It was over.',
  '| Time | Event |\n| --- | --- |\n| 14:02 | An alert came. |',
  '```sh\n## Timeline\n\ndf -h\n```',
  '<!-- a note -->\n\nText.\n\n---',
  '[link]: https://example.com\n\nText with a [link].',
)
const markups = fc.constantFrom(
  (title: string) => `## ${title}`,
  (title: string) => `  ### ${title} ###`,
  (title: string) => `**${title}:**`,
  (title: string) => `${title}\n---`,
  (title: string) => `<!-- postmortem-disable-next-line -->\n## ${title}`,
)
const reports = fc
  .record({
    sections: fc
      .shuffledSubarray(titles, { minLength: 3 })
      .chain((chosen) => fc.tuple(...chosen.map((title) => fc.tuple(fc.constant(title), bodies)))),
    markup: markups,
    gaps: fc.array(fc.constantFrom('\n', '\n\n', '\n\n\n', '\n \n'), { minLength: 12, maxLength: 12 }),
    lineEnding: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n', '\n\n'),
  })
  .map(({ sections, markup, gaps, lineEnding, end }) => {
    const parts = sections.flatMap(([title, body], index) => [
      `${markup(title)}${body === '' ? '' : `\n\n${body}`}`,
      index === sections.length - 1 ? end : gaps[index]!,
    ])
    return (intro + parts.join('')).replaceAll('\n', lineEnding)
  })
  .filter((text) => read(text).sections.length > 0)
