import fc from 'fast-check'

/**
 * Reports with everything that we read in a report, in each of the styles that people write it. Most are odd,
 * as a report is while it is being written.
 */

const events = [
  'A monitoring alert about failed requests was received.',
  'The on-call engineer assumed that the release was the cause.',
  'The release was rolled back without effect, a misleading path.',
  'The incident was escalated to the database team.',
  'A customer reported it. See [the graph](img/graph.png).',
  'We restarted server `web-3`, which took 20 minutes',
  'The error rate was back to normal, and the incident was resolved.',
  'The engineer should have known. <!-- postmortem-disable-line language-hindsight -->',
  '{{what happened}}',
  'TODO',
  '😀 It broke',
]

const entryStyles: readonly ((time: string, event: string) => string)[] = [
  (at, event) => `- ${at} - ${event}`,
  (at, event) => `- **${at}:** ${event}`,
  (at, event) => `* [${at}] ${event}`,
  (at, event) => `1. ${at} – ${event}`,
  (at, event) => `${at}: ${event}\n`,
  (at, event) => `### ${at}\n\n${event}\n`,
  (at, event) => `- \`${at}\` ${event}\n  It went on for a while.`,
  (at, event) => `  - ${at} ${event}`,
  (at, event) => `- ${event} (${at})`,
  (at, event) => `| ${at} | ${event} |`,
]

const clock = fc.nat(24 * 60 - 1).map((minute) => {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60]
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
})

const time = fc.oneof(
  { arbitrary: clock, weight: 4 },
  fc.tuple(clock, fc.constantFrom('UTC', 'PST', 'CEST', 'IST', '+02:00')).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('2024-05-10', '2024-05-11', '2024-02-30', 'May 10, 2024,'), clock).map(join),
  fc.constantFrom('2:05 PM', '9 am', '14:05:33', 'noon', '25:61', '10.05.2024 14:30', '03/04/2024 09:00 UTC'),
)

function entries(): fc.Arbitrary<string> {
  const style = fc.constantFrom(...entryStyles)
  const day = fc.option(fc.constantFrom('2024-05-10\n\n', '**May 11, 2024**\n\n', 'Day 2:\n\n'), {
    nil: '',
    freq: 2,
  })
  const event = fc.constantFrom(...events)
  const usual = fc.array(fc.tuple(time, event), { minLength: 1, maxLength: 9 })
  const mixed = fc.array(fc.tuple(style, time, event), { minLength: 2, maxLength: 5 })
  return fc.oneof(
    fc
      .tuple(day, style, usual)
      .map(([first, write, steps]) => first + steps.map(([at, what]) => write(at, what)).join('\n')),
    mixed.map((steps) => steps.map(([write, at, what]) => write(at, what)).join('\n')),
  )
}

const workers = [
  'Add an alert for a full disk',
  'Be more careful',
  'Fix it',
  'OPS-12: write the runbook',
  '{{task}}',
]
const details = [
  '',
  ' (owner: Ann, due: 2024-06-07)',
  ' – @bob, by Friday',
  ' (owner: {{name}})',
  ' [OPS-7]',
  ' due 2024-02-30',
]

function tasks(): fc.Arbitrary<string> {
  const task = fc
    .tuple(
      fc.constantFrom('- [ ] ', '- [x] ', '- ', '* ', '1. ', '  - [ ] '),
      fc.constantFrom(...workers),
      fc.constantFrom(...details),
    )
    .map((parts) => parts.join(''))
  return fc.array(task, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'))
}

function fields(): fc.Arbitrary<string> {
  const field = fc.oneof(
    fc
      .tuple(fc.constantFrom('Start time', 'End time', 'Detected'), time)
      .map(([name, at]) => `**${name}:** ${at}`),
    fc.tuple(time, time).map(([from, to]) => `- **Duration:** 1 hour 12 minutes, from ${from} to ${to}`),
    fc.constantFrom(
      '- **Impact:** about 25% of all users saw errors',
      '**Impact:** all users',
      '**Root Cause:**\nA full disk.',
      'Root cause: human error',
      '**Resolution:** The disk was enlarged.',
      'Severity: SEV1',
      '**Authors:** Ann, {{name}}',
      'All times in UTC.',
      'Time zone: IST',
    ),
  )
  return fc.array(field, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
}

function table(): fc.Arbitrary<string> {
  const rows = (head: string, row: fc.Arbitrary<string>) =>
    fc
      .array(row, { maxLength: 4 })
      .map((lines) =>
        [`| ${head} |`, head.replace(/[^|]+/g, ' --- ').replace(/^|$/g, '|'), ...lines].join('\n'),
      )
  const event = fc.constantFrom(...events)
  const cells = (...parts: readonly fc.Arbitrary<string>[]) =>
    fc.tuple(...parts).map((each) => `| ${each.join(' | ')} |`)
  return fc.oneof(
    rows('Time | Event', cells(time, event)),
    rows('Date | Time | What', cells(fc.constantFrom('2024-05-10', ''), clock, event)),
    rows(
      'Task | Owner | Due',
      cells(
        fc.constantFrom(...workers),
        fc.constantFrom('Ann', ''),
        fc.constantFrom('2024-06-07', 'soon', ''),
      ),
    ),
    rows('Customers affected | Duration', cells(fc.constantFrom('1,200'), fc.constantFrom('20 minutes', ''))),
  )
}

function paragraph(): fc.Arbitrary<string> {
  const sentence = fc.constantFrom(
    'The index had outgrown the disk of the primary node.',
    'The incident lasted from 14:02 UTC to 15:14 UTC, and 40% of our users were affected.',
    'Obviously, the engineer should have checked. It was human error.',
    'Uploads failed at 2:05 PM, and we were back by\n15:30.',
    'Time to detect: 7 minutes. Time to resolve: 3 hours.',
    'See [the plan](#timeline), [the runbook](runbook.md), [the log][log] and ![](gone.png).',
    'password=a1b2c3d4e5 from ops@shop.dev at 10.12.6.7',
    'In this section, describe what happened and when.',
    'The node was `max_connections: 40` *instead* of **400**, see OPS-12.',
    '数据库 was slow 😀',
  )
  return fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '))
}

const markup = [
  '```sh\n14:02 restart --all\n## Timeline\n```',
  '~~~\n- 10:00 an old log',
  '> 14:10 UTC Ann: the disk is full\n> - 14:12 restarted',
  '<details>\n<summary>Log</summary>\n\n14:00 it broke\n\n</details>',
  '<!-- a comment\n\n## Impact\n-->',
  '[log]: https://logs.shop.dev/7',
  '[log]: <> "nothing"',
  '![graph](img/graph.png)',
  '***',
  '    indented code\n\n- a list\n\n  with a paragraph\n  - 14:20 and an entry',
  '[^1]: A note of 14:30 UTC.',
  '$ kubectl get pods\nNAME READY\nweb 0/1',
]

const suppressions = [
  '<!-- postmortem-disable-file language-hindsight -->',
  '<!-- postmortem-disable-next-line section-missing -->',
  '<!-- postmortem-disable -->',
  '<!-- postmortem-enable -->',
  '<!-- postmortem-disable time-zone-missing, timeline-order -- not ours -->',
  '<!-- postmortem-disable no-such-rule -->',
]

const block: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: entries(), weight: 4 },
  { arbitrary: tasks(), weight: 2 },
  { arbitrary: fields(), weight: 2 },
  { arbitrary: table(), weight: 2 },
  { arbitrary: paragraph(), weight: 3 },
  { arbitrary: fc.constantFrom(...markup), weight: 3 },
  { arbitrary: fc.constantFrom(...suppressions), weight: 1 },
)

const sectionTitles = [
  'Issue Summary',
  'Summary',
  'Impact',
  'Timeline',
  'Timeline (UTC)',
  'Timelin',
  'Timeline of {{date}}, all times in PST',
  'Root Cause and Resolution',
  'Root Cause',
  'Resolution',
  'Detection',
  'Corrective and Preventative Measures',
  'Action Items',
  'Lessons Learned',
  'What went well',
  'Where we got lucky',
  'Supporting material',
]

const titleStyles: readonly ((title: string) => string)[] = [
  (text) => `## ${text}`,
  (text) => `## ${text}`,
  (text) => `## ${text}:`,
  (text) => `### ${text} ###`,
  (text) => `# ${text}`,
  (text) => `${text}\n---`,
  (text) => `**${text}:**`,
  (text) => `${text}:`,
  (text) => `- **${text}:**`,
]

const section: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...titleStyles),
    fc.constantFrom(...sectionTitles),
    fc.array(block, { maxLength: 4 }),
  )
  .map(([style, text, blocks]) => [style(text), ...blocks].join('\n\n'))

const titles = [
  '# Postmortem: search is down',
  '# Incident 1: the checkout was slow on 2024-05-10',
  '# Incident 2: the login failed',
  'Postmortem: mail was late\n===',
  '**Postmortem**',
  '## postmortem : Uploads',
  '# Notes',
  '# {{title}}',
]

const report: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...titles),
    fc.array(block, { maxLength: 2 }),
    fc.array(section, { minLength: 2, maxLength: 6 }),
  )
  .map(([head, lead, sections]) => [head, ...lead, ...sections].join('\n\n').concat('\n'))

const frontMatters = [
  '---\ntitle: Search is down\nseverity: SEV1\n---\n\n',
  '---\npostmortem:\n  template: google-sre\n  timeZone: Europe/Paris\n---\n',
  '---\npostmortem:\n  rules:\n    section-missing: off\n    timeline-gap: { severity: error, minutes: 10 }\n---\n',
  '---\npostmortem: false\n---\n',
  '---\npostmortem: true\ndateOrder: DMY\n---\n',
  '---\npostmortem:\n  template: no-such-one\n',
  '\uFEFF',
]

const ends = ['\n\n\n', '\n```\nan open fence', '\n<!-- postmortem-enable', '\n- [ ] ', '\n14:59']

/** One or two reports in one document, with line endings of one or several kinds. */
export const anyReport: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(fc.constantFrom(...frontMatters), { nil: '', freq: 3 }),
    fc.array(report, { minLength: 1, maxLength: 2 }),
    fc.constantFrom('', ...ends),
    fc.constantFrom<readonly string[]>(['\n'], ['\n'], ['\r\n'], ['\n', '\r\n'], ['\r\n', '\n', '\n', '\r']),
  )
  .map(([frontMatter, reports, end, endings]) =>
    withEndings(`${frontMatter}${reports.join('\n')}${end}`, endings),
  )

function withEndings(text: string, endings: readonly string[]): string {
  let count = 0
  return text.replaceAll('\n', () => endings[count++ % endings.length]!)
}

function join(parts: readonly string[]): string {
  return parts.join(' ')
}
