import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Edit, Range } from '../postmortem/lines/passage.ts'
import { type Conflict, findConflicts } from './support/conflicts.ts'

const report = (summary: string) =>
  `# Postmortem: search is down\n\n## Summary\n\n${summary}\n\n## Timeline\n\nText.\n`
const [begin, middle, end] = ['<', '=', '>'].map((sign) => sign.repeat(7))

export const conflictLeft: Rule = {
  id: 'conflict-left',
  summary: 'No conflict of a merge is left.',
  explanation: prose`
    If two people changed the same lines, Git writes both versions into the file, between lines that begin
    with seven signs. Readers see the same thing told twice, and text after such a line may be shown as a
    heading or a quotation.

    One fix keeps the first version, another the second. Markers in a code block are taken for an example and
    ignored.
  `,
  severity: 'error',
  options: noOptions,
  examples: {
    good: [
      { text: report('The disk was full.'), messages: [] },
      { text: report(`\`\`\`\n${begin} HEAD\none\n${middle}\ntwo\n${end} main\n\`\`\``), messages: [] },
    ],
    bad: [
      {
        text: report(`${begin} HEAD\nThe disk was full.\n${middle}\nA disk was full.\n${end} main`),
        messages: ['A merge left two versions here. Keep one of them, and delete the markers.'],
      },
    ],
  },
  check: (report) => findConflicts(report).map(toProblem),
}

function toProblem(conflict: Conflict): Problem {
  const { begin, base, middle, end } = conflict
  return {
    message: sentence`A merge left two versions here. Keep one of them, and delete the markers.`,
    range: trimmed(begin),
    related: [
      { message: sentence`The second version begins here.`, range: trimmed(middle) },
      { message: sentence`The second version ends here.`, range: trimmed(end) },
    ],
    fixes: [
      {
        title: sentence`Keep the first version`,
        preferred: false,
        edits: [remove(begin), { start: (base ?? middle).start, end: end.end, text: '' }],
      },
      {
        title: sentence`Keep the second version`,
        preferred: false,
        edits: [{ start: begin.start, end: middle.end, text: '' }, remove(end)],
      },
    ],
  }
}

function remove({ start, end }: Range): Edit {
  return { start, end, text: '' }
}

const markerLength = 7

function trimmed({ start }: Range): Range {
  return { start, end: start + markerLength }
}
