import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/checking/rule.ts'
import { apply, findingsIn, severitiesOf } from './findings.ts'

const report = (duration: string) =>
  `# Postmortem\n\n## Issue Summary\n\n- **Duration:** ${duration}\n\n## Timeline\n\n- 22:56 {{time zone}} - It broke.\n`

/** The duration, and the zone of the entry, once the fix for this placeholder is applied. */
function check(duration: string, placeholder: string, expected: string, zone = '{{time zone}}') {
  const text = report(duration)
  const start = text.indexOf(placeholder)
  const places = ({ range, related = [] }: Finding) => [range, ...related.map((each) => each.range)]
  const finding = findingsIn(text).find(
    (each) => each.rule === 'placeholder-left' && places(each).some((range) => range.start === start),
  )
  expect(finding).toBeDefined()
  const [fix] = finding!.fixes
  const fixed = fix === undefined ? 'no fix' : apply(text, fix.edits)
  expect(fixed).toBe(
    expected === 'no fix' ? expected : report(expected).replace('22:56 {{time zone}}', `22:56 ${zone}`),
  )
}

describe('placeholder-left', () => {
  it('fills in how long it was as soon as the start and the end are known', () => {
    check(
      '2024-05-10 22:48 UTC to 2024-05-11 00:22 UTC ({{how long}})',
      '{{how long}}',
      '2024-05-10 22:48 UTC to 2024-05-11 00:22 UTC (1 hour 34 minutes)',
    )
    check('2024-05-10 22:48 UTC to {{end}} UTC ({{how long}})', '{{how long}}', 'no fix')
  })

  it('fills in the time zone everywhere once the report names one', () => {
    check(
      '2024-05-10 22:48 UTC to {{end}} {{time zone}}',
      '{{time zone}}',
      '2024-05-10 22:48 UTC to {{end}} UTC',
      'UTC',
    )
    check('2024-05-10 22:48 {{time zone}} to {{end}}', '{{time zone}}', 'no fix')
  })

  it('leaves everything else to the author', () => {
    check('{{start, with date}} to 22:48 UTC', '{{start, with date}}', 'no fix')
  })
})

/** The texts of the placeholders that are found in a section of that name. */
function checkSection(title: string, body: string, expected: readonly string[]) {
  const text = `# Postmortem\n\n## Issue Summary\n\nIt broke.\n\n## Timeline\n\n- 22:56 UTC - It broke.\n\n## ${title}\n\n${body}\n`
  const found = findingsIn(text)
    .filter(({ rule }) => rule === 'placeholder-left')
    .flatMap(({ range, related = [] }) => [range, ...related.map((each) => each.range)])
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
}

describe('a time of question marks', () => {
  const text = (entry: string) =>
    `# Postmortem\n\n**Status:** final\n\n## Issue Summary\n\nIt broke for an hour, and nobody could search.\n\n## Timeline\n\n- 22:56 UTC - It broke.\n- ${entry} - The vendor rolled it back.\n`

  it('admits that nobody knows it, so it is an information and leaves the report complete', () => {
    expect(severitiesOf('placeholder-left', text('??:??'))).toEqual(['information'])
    expect(severitiesOf('placeholder-left', text('HH:MM'))).toEqual(['warning'])
    const statusOf = (entry: string) =>
      findingsIn(text(entry)).find(({ rule }) => rule === 'status-incomplete')?.message ?? ''
    expect(statusOf('??:??')).not.toContain('placeholder')
    expect(statusOf('HH:MM')).toContain('placeholder')
  })
})

describe('TODO', () => {
  it('is the title of a list of tasks', () => {
    checkSection('Action Items', 'TODO:\nRotate the logs. Alert on full disks.', [])
    checkSection('Action Items', '**TODO**\n\n- Rotate the logs', [])
    checkSection('Action Items', '- TODO\n  - Rotate the logs\n- DONE\n  - Restart', [])
    checkSection('TODO', '- Rotate the logs', [])
  })

  it('is a task, or its state', () => {
    checkSection('Action Items', '- TODO: add an alert for full disks', [])
    checkSection('Action Items', '- Rotate the logs (status: TODO)', [])
    checkSection(
      'Action Items',
      '| Task | Owner | Bug |\n|--|--|--|\n| Rotate | Anna | TODO |\n| Alert | Bo | DONE |',
      [],
    )
    checkSection('Action Items', '| Task | Status |\n|--|--|\n| Rotate | **TODO** |', [])
    checkSection('Root Cause', 'TODO: the logs grow without limit, we need an alert.', [])
  })

  it('is a placeholder where an answer belongs', () => {
    checkSection('Root Cause', 'TODO', ['TODO'])
    checkSection('Action Items', 'TODO', ['TODO'])
    checkSection('Impact', '- Users affected: TODO', ['TODO'])
    checkSection('Impact', '| Users affected | TODO |\n|--|--|\n| Requests | TODO |', ['TODO'])
    checkSection('Root Cause', 'The disk was full. TODO: explain why.', ['TODO'])
    checkSection('Root Cause', '- TODO: explain why it was full', ['TODO'])
  })
})

describe('TBD', () => {
  it('is a placeholder where it is all of an answer, or what a sentence leaves open', () => {
    checkSection('Root Cause', 'TBD', ['TBD'])
    checkSection('Impact', '- **Duration:** TBD (waiting for the provider)', ['TBD'])
    checkSection('Impact', 'The number of users is still TBC.', ['TBC'])
    checkSection('Impact', '| Users | Orders |\n|--|--|\n| TBD | 12 |', ['TBD'])
    checkSection('Root Cause', 'The TBD flag of the job was set.', [])
  })
})

describe('the format of a time', () => {
  it('is a placeholder in place of one, and not where it is mentioned', () => {
    checkSection('Detection', '- HH:MM UTC: an alert', ['HH:MM'])
    checkSection('Detection', 'From HH:MM to XX:XX on YYYY-MM-DD', ['HH:MM', 'XX:XX', 'YYYY-MM-DD'])
    checkSection('Detection', 'The parser expects YYYY-MM-DD.', [])
    checkSection('Detection', '- Time to detect (HH:MM): 00:10', [])
  })

  it('is only mentioned if what follows it says so', () => {
    checkSection('Detection', 'Use a 24-hour clock and "YYYY-MM-DD hh:mm" formatting.', [])
    checkSection('Detection', 'It began on YYYY-MM-DD.', ['YYYY-MM-DD'])
  })
})

describe('brackets', () => {
  it('hold a placeholder if they tell the author what to write', () => {
    checkSection('Detection', '[Insert link] and [date of the alert]', [
      '[Insert link]',
      '[date of the alert]',
    ])
    checkSection('Detection', '[time in UTC] [WARN] [alerting-issue]', [])
    checkSection('Detection', 'See <link to the recording>.', ['<link to the recording>'])
    checkSection('Detection', '<Describe who noticed it>', ['<Describe who noticed it>'])
    checkSection('Detection', 'Run kubectl get pod <name> in <link rel="a">.', [])
    checkSection('Detection', 'The workflow put ${{ github.event }} and {{ .Values.name }} into a shell.', [])
  })
})

describe('the placeholders of a section', () => {
  const of = (text: string) =>
    findingsIn(text)
      .filter(({ rule }) => rule === 'placeholder-left')
      .map(({ severity, message }) => `${severity}: ${message}`)
  const filled = `# Postmortem\n\n## Issue Summary\n\nIt broke.\n\nIt was mended.\n\n## Timeline\n\n- 22:56 UTC - It broke.\n- 23:04 UTC - It was mended.\n`

  it('are one finding at the first of them', () => {
    expect(of(`${filled}- {{HH:MM}} UTC - {{what}} {{who}}\n`)).toEqual([
      'warning: 3 placeholders are left in "Timeline". Fill them in.',
    ])
  })

  it('are only an information while most of the report is still to be written', () => {
    const fresh =
      '# Postmortem: {{what}}\n\n## Issue Summary\n\n- **Impact:** {{what}}\n- **Root Cause:** {{why}}\n'
    expect(of(fresh)).toEqual([
      'information: "{{what}}" is a placeholder. Write what belongs there.',
      'information: 2 placeholders are left in "Issue Summary". Fill them in.',
    ])
  })

  it('are still reported if a comment silences another line', () => {
    const silenced = '<!-- postmortem-disable-next-line placeholder-left -->\n'
    expect(of(`${filled}\n## Root Cause\n\n${silenced}\nTBD\n\n{{why}}\n`)).toEqual([
      'warning: "{{why}}" is a placeholder. Write what belongs there.',
    ])
  })
})

describe('a checkbox', () => {
  it('has more beside it than a word in place of a task', () => {
    checkSection('Action Items', '- [ ] TODO\n- [ ] Add an alert', ['TODO'])
    checkSection('Action Items', '- [ ] TODO: add an alert\n- [ ] Add an alert (TODO)', [])
  })
})
