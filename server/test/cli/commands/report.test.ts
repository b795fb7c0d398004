import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, makeFolderForTest, postmortem } from '../terminal.ts'

const report = (title: string, day: string, end: string, severity: string, task: string) =>
  `# Postmortem: ${title}\n\n## Issue Summary\n\n- **Duration:** ${day}, 14:00 to ${end} UTC\n- **Severity:** ${severity}\n- **Impact:** All users saw errors.\n- **Root Cause:** A full disk.\n\n## Timeline\n\n- 14:05 UTC - Detected by an alert.\n- ${end} UTC - Service restored.\n\n## Root Cause and Resolution\n\nThe disk was full.\n\n## Corrective and Preventative Measures\n\n${task}\n`

const folder = makeFolder({
  'incidents/search.md': report(
    'search is down',
    '2026-01-10',
    '14:45',
    'SEV1',
    '- [ ] Add an alert (due: 2026-02-01)',
  ),
  'incidents/mail.md': report(
    'mail is late',
    '2026-03-01',
    '16:00',
    'SEV2',
    '- [ ] Size the disk (owner: Kim, due: 2026-12-01)',
  ),
  'incidents/README.md': '# Our incidents\n',
  'none/readme.md': '# Nothing\n',
})
const at = { folder }

describe('postmortem report', () => {
  it('shows a table of all incidents, the latest first, and what sums them up', async () => {
    const { output, status } = await postmortem('report incidents', at)
    const lines = output.split('\n')
    expect(lines[0]).toMatch(
      /^Date\s+Incident\s+Severity\s+Duration\s+To detect\s+To resolve\s+Open tasks\s+Report$/,
    )
    expect(lines[1]).toMatch(
      /^2026-03-01\s+Mail is late\s+SEV2\s+2 h\s+5 min\s+2 h\s+1 of 1\s+incidents\/mail\.md:1$/,
    )
    expect(lines[2]).toContain('1 of 1, 1 overdue')
    expect(output).toContain('2 incidents.\nDuration: median 1 h 23 min, 45 min to 2 h (2 of 2).')
    expect(output).toContain('2 open action items, 1 of them overdue; 0 done.')
    expect(status).toBe(0)
  })

  it('fits into a narrow terminal', async () => {
    const { output } = await postmortem('report incidents', { ...at, columns: 110 })
    expect(
      output
        .split('\n')
        .slice(0, 3)
        .every((line) => line.length <= 110),
    ).toBe(true)
  })

  it.each([44, 60])('has no line that is wider than a terminal of %i columns', async (columns) => {
    for (const command of ['report incidents --by severity', 'actions incidents']) {
      const { output } = await postmortem(command, { ...at, columns })
      const widths = output.split('\n').map((line) => line.length)
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns)
    }
  })

  it('shows the time to mitigate between those to detect and to resolve, unless the terminal is too narrow', async () => {
    const timeline = '- 14:05 UTC - Detected by an alert.\n- 14:20 UTC - Mitigation applied.'
    const mitigated = makeFolder({
      'a.md': report('odd', '2026-01-10', '14:45', 'SEV1', '- [ ] Add an alert').replace(
        '- 14:05 UTC - Detected by an alert.',
        timeline,
      ),
    })
    const headerOf = async (format: string, columns: number | null) =>
      (await postmortem(`report --format ${format}`, { folder: mitigated, columns })).output.split('\n')[0]
    expect(await headerOf('table', null)).toMatch(/To detect {2}To mitigate {2}To resolve/)
    expect(await headerOf('table', 85)).toMatch(/To detect {2}To resolve/)
    expect(await headerOf('markdown', null)).toContain('| To detect | To mitigate | To resolve |')
  })

  it('leaves out what is earlier, and groups the rest', async () => {
    const { output } = await postmortem('report incidents --since 2026-02 --by severity', at)
    expect(output).not.toContain('search is down')
    expect(output).toMatch(/Group\s+Incidents.*\nSEV2\s+1\s+2 h \(1\)/)
    expect((await postmortem('report incidents --since 30d', at)).output).not.toContain('search is down')
  })

  it('writes Markdown, CSV and JSON', async () => {
    const markdown = (await postmortem('report incidents --format markdown', at)).output
    expect(markdown).toContain('| 2026-03-01 | [Mail is late](incidents/mail.md) | SEV2 |')
    const csv = (await postmortem('report incidents --format csv', at)).output
    expect(csv.split('\r\n')[1]).toContain('"incidents/mail.md",1,"Mail is late",,"2026-03-01","SEV2"')
    const json = JSON.parse((await postmortem('report incidents --format json', at)).output)
    expect(json.incidents[0].duration).toEqual({ value: 120, line: 5, certainty: 'certain' })
    expect(json.spreads.duration.median).toBe(82.5)
  })

  it('says that there is nothing, and which options are wrong', async () => {
    expect(await postmortem('report none', at)).toMatchObject({
      status: 0,
      errors: 'There are no reports here.\n',
    })
    expect((await postmortem('report --by sevrity', at)).errors).toContain('Did you mean "severity"?')
    expect((await postmortem('report --since yesterday', at)).errors).toContain(
      '--since takes a day such as 2026-01-31',
    )
  })

  it('counts only what can be read, and says what cannot', async () => {
    const vague = makeFolder({
      'a.md': report('odd', '2026-01-10', '14:45', 'SEV1', 'Text.').replace(
        '- **Duration:** 2026-01-10, 14:00 to 14:45 UTC',
        'It was odd.',
      ),
    })
    const { output } = await postmortem('report', { folder: vague })
    expect(output).toContain(
      `Could not be read:
  a.md: date: The report gives no date with a year.
  a.md: duration, time to detect, time to mitigate and time to resolve: The report does not say when it started.
`,
    )
  })
})

describe('a cache', () => {
  it('changes nothing of what is shown, and is filled by lint as well', async () => {
    const folder = makeFolderForTest({
      'a.md': report('A', '2026-01-10', '14:45', 'x', '- [ ] Add an alert'),
      'b.md': report('B', '2026-01-11', '14:50', 'y', '- [x] Add a test'),
    })
    const run = async (args: string) => (await postmortem(args, { ...at, folder })).output
    const plain = await run('report --format json')
    await run('lint --cache')
    const kept = readdirSync(join(folder, '.cache')).map((name) => readFileSync(join(folder, '.cache', name)))
    expect(await run('report --format json --cache')).toBe(plain)
    expect(await run('actions --cache')).toBe(await run('actions'))
    expect(
      readdirSync(join(folder, '.cache')).map((name) => readFileSync(join(folder, '.cache', name))),
    ).toEqual(kept)
    writeFileSync(join(folder, 'b.md'), report('C', '2026-01-11', '14:50', 'y', '- [ ] Add a test'))
    expect(await run('report --format json --cache')).toBe(await run('report --format json'))
  })
})

describe('postmortem actions', () => {
  it('lists what is still to be done, the most urgent first', async () => {
    const { output, status } = await postmortem('actions incidents', at)
    const lines = output.split('\n')
    expect(lines[1]).toMatch(/^2026-02-01 \(overdue\)\s+Add an alert.*\s63 d\s+incidents\/search\.md:\d+$/)
    expect(lines[2]).toContain('Kim')
    expect(output).toContain('2 action items, 1 overdue.')
    expect(status).toBe(0)
  })

  it('says the owner and the due day only in their columns', async () => {
    const { output } = await postmortem('actions incidents', at)
    expect(output).toMatch(/2026-12-01\s+Size the disk\s+Kim/)
    expect(output).not.toContain('(owner:')
  })

  it('fails with --overdue if something is overdue', async () => {
    const { output, status } = await postmortem('actions incidents --overdue', at)
    expect(output).not.toContain('Size the disk')
    expect(status).toBe(1)
    expect(await postmortem('actions none --overdue', at)).toMatchObject({
      status: 0,
      output: '0 action items.\n',
    })
  })

  it('writes every format', async () => {
    const write = async (format: string) =>
      (await postmortem(`actions incidents --format ${format}`, at)).output
    expect(await write('markdown')).toContain('[Search is down](incidents/search.md) |')
    expect((await write('csv')).split('\r\n')).toHaveLength(4)
    expect(JSON.parse(await write('json'))[0]).toMatchObject({
      dueDay: '2026-02-01',
      overdue: true,
      line: 21,
    })
    expect(await write('ics')).toMatch(
      /^BEGIN:VCALENDAR\r\n[\s\S]*DUE;VALUE=DATE:20261201\r\n[\s\S]*END:VCALENDAR\r\n$/,
    )
    expect(await write('html')).toContain('<a href="incidents/search.md#L21"')
  })

  it('writes a page in which owners and tasks are text', async () => {
    const hostile = makeFolder({
      'a.md': report(
        'A',
        '2026-01-10',
        '14:45',
        'x',
        '- [ ] Add <script>alert(1)</script> (owner: "><b onclick=x>)',
      ),
    })
    const { output } = await postmortem('actions --format html', { ...at, folder: hostile })
    expect(output).toContain('Add')
    expect(output).not.toMatch(/<script|<b /)
    expect(output).toContain("default-src 'none'; style-src 'sha256-")
  })

  it('shows nothing that a terminal would act on', async () => {
    const hostile = makeFolder({
      'a.md': report(
        '\u001b[31mred\u202e',
        '2026-01-10',
        '14:45',
        '\u001b]0;x\u0007',
        '- [ ] Add \u009b2J an alert',
      ),
    })
    for (const command of ['report', 'actions']) {
      const { output } = await postmortem(command, { folder: hostile })
      expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
    }
  })
})
