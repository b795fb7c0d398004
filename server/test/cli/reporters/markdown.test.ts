import { describe, expect, it } from 'vitest'
import { complete, incomplete, onlyRules } from '../reports.ts'
import { makeFolder, postmortem } from '../terminal.ts'

const outage = complete
  .replace('Text.', 'From 14:00 to 15:20 UTC on 14 March 2026, the shop was down.')
  .concat('- [ ] Add an alert.\n- [x] Raise the limit.\n- [ ] Test the limit.\n')

const folder = makeFolder({
  '.postmortem.yml': onlyRules('section-missing', 'secret-exposed'),
  'a/incomplete.md': incomplete,
  'a/notes.md': '# Notes\n',
  'a/outage.md': outage.replace('# Postmortem', '# Postmortem: the shop | was _down_'),
  'b/[x](y) | <b> @all.md': incomplete.replace(
    '# Postmortem',
    '# Postmortem \\<b> | \\!\\[x]\\(//b) @team #1',
  ),
  'c.md': `${complete.replace('# Postmortem', '# Postmortem: password=tr0ub4dor-and-3')}`,
})

const markdown = async (args: string) =>
  (await postmortem(`lint --format markdown ${args}`, { folder })).output

/** The text of Markdown without its character references, as a reader sees it. */
const seen = (text: string) =>
  text.replace(/<\/?span>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

describe('the table for a pull request', () => {
  it('has a row for each report: findings, duration, open tasks', async () => {
    expect(seen(await markdown('a'))).toBe(
      [
        '## Postmortems',
        '',
        '| Report | Findings | Duration | Open tasks |',
        '| --- | --- | --- | --- |',
        '| Postmortem<br><code>a/incomplete.md</code> | 1 warning |  | 0 |',
        '| Postmortem: the shop | was down<br><code>a/outage.md</code> | none | 1 h 20 min | 2 |',
        '',
        '1 warning in 2 postmortems among 3 files.',
        '',
      ].join('\n'),
    )
  })

  it('says how many findings are held back', async () => {
    await markdown('a --baseline old.json --write-baseline')
    expect(await markdown('a --baseline old.json')).toMatch(
      /\nNo findings in 2 postmortems among 3 files\. Held back 1 finding that was there before\.\n$/,
    )
  })

  it('says so if there is no report', async () => {
    expect(await markdown('a/notes.md')).toBe(
      '## Postmortems\n\nNo findings in 0 postmortems among 1 file.\n',
    )
  })

  it('shows titles and names as text: no markup, no mention, no other column', async () => {
    const row = (await markdown('b'))
      .split('\n')
      .find((line) => line.includes('.md') || line.includes('&#46;md'))!
    expect(row.split('|')).toHaveLength(6)
    expect(row.replace(/<br>|<\/?code>|<span>&#(?:64|35);<\/span>/g, '')).not.toMatch(
      /[<>[\]`@!_*~\\]|(?<!&)#/,
    )
    expect(seen(row)).toContain('<b> | ![x](//b) @team #1')
    expect(seen(row)).toContain('b/[x](y) | <b> @all.md')
  })

  it('shows no secret', async () => {
    const output = await markdown('c.md')
    expect(output).toContain('1 error')
    expect(output).not.toContain('tr0ub4dor')
  })
})
