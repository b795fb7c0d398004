import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { updateIndex } from '../../../src/library/output/indexBlock.ts'
import { dayNumber, known, makeIncident, makeTask } from '../incidents.ts'

const incidents = [
  makeIncident({
    file: 'mail.md',
    title: 'Mail is late',
    date: known('2024-05-10'),
    duration: known(90),
    tasks: [makeTask({ dueDay: dayNumber('2020-01-01') })],
  }),
  makeIncident({ file: 'search.md', title: 'Search | is down' }),
]

const readme = (block: string) =>
  `# Incidents\n\n<!-- postmortem-index -->${block}<!-- end of postmortem-index -->\n\nMore.\n`

const indexOf = (text: string) => updateIndex(text, incidents, (file) => file)

const update = (text: string) => {
  const updated = indexOf(text)
  return 'text' in updated ? updated.text : expect.fail(updated.trouble)
}

describe('the table of reports in a README', () => {
  it('goes between its two lines, and changes nothing else', () => {
    expect(update(readme('\n'))).toBe(
      readme(
        [
          '',
          '',
          '| Date | Incident | Duration | Open tasks |',
          '| --- | --- | --- | --- |',
          '| 2024-05-10 | [Mail is late](mail.md) | 1 h 30 min | 1 of 1 |',
          '|  | [Search \\| is down](search.md) |  |  |',
          '',
          '',
        ].join('\n'),
      ),
    )
  })

  it('keeps the columns that are there, and their alignment', () => {
    const updated = update(readme('\n| Incident | Date |\n| -------- | ---- |\n| x        | y    |\n'))
    expect(updated).toContain(
      [
        '| Incident                       | Date       |',
        '| ------------------------------ | ---------- |',
        '| [Mail is late](mail.md)        | 2024-05-10 |',
        '| [Search \\| is down](search.md) |            |',
      ].join('\n'),
    )
  })

  it('is not written if that would lose a column', () => {
    const trouble = (header: string) => indexOf(readme(`\n${header}\n| --- | --- |\n`))
    const known =
      'Date, Incident, Severity, Status, Services, Duration, To detect, To mitigate, To resolve, Open tasks'
    expect(trouble('| Incident | Reviewed by |')).toEqual({
      trouble: `The column "Reviewed by" is not one of ${known}.`,
    })
    expect(trouble('| Incident | A \\| B |')).toEqual({
      trouble: `The column "A \\| B" is not one of ${known}.`,
    })
    expect(trouble('| Incident | | Date |')).toEqual({ trouble: `The column "" is not one of ${known}.` })
    expect(trouble('| incident | Date')).toHaveProperty('text')
  })

  it('stays a list if it is one', () => {
    expect(update(readme('\n* old\n'))).toContain(
      '\n\n* [Mail is late](mail.md) (2024-05-10, 1 h 30 min)\n* [Search \\| is down](search.md)\n\n<!--',
    )
  })

  it('is written in the line endings of the file', () => {
    const updated = update(readme('\n').replaceAll('\n', '\r\n'))
    expect(updated.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('does not change if nothing else did', () => {
    fc.assert(
      fc.property(fc.constantFrom('\n', '\n- a\n', '\n| Date |\n| --- |\n', '\n\n\n'), (block) => {
        const once = update(readme(block))
        expect(update(once)).toBe(once)
      }),
    )
  })

  it('has no place without its two lines, and none in a code block', () => {
    const trouble = expect.stringContaining('There is no place for the table.')
    expect(indexOf('# Incidents\n')).toEqual({ trouble })
    expect(indexOf('<!-- postmortem-index -->\n')).toEqual({ trouble })
    expect(indexOf(`\`\`\`md\n${readme('\n')}\`\`\`\n`)).toEqual({ trouble })
    expect(update(`\`\`\`md\n${readme('\n')}\`\`\`\n${readme('\n')}`)).toContain('Mail is late')
  })

  it('ends where it should, whatever a report is called', () => {
    const title = 'x <!-- end of postmortem-index --> y\n<!-- end of postmortem-index -->'
    const updated = updateIndex(readme('\n'), [makeIncident({ title })], (file) => file)
    expect('text' in updated && updated.text.match(/<!-- end of postmortem-index -->/g)).toHaveLength(1)
  })
})
