import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'

export const reportInFence: Rule = {
  id: 'report-in-fence',
  summary: 'A report is not inside a code block or a quotation.',
  explanation: prose`
    A report that is pasted into a code block is shown as source: without headings, lists or links, and in a
    page that scrolls sideways. Only a document that is nothing but one code block or one quotation is
    reported. It is read as if the block were not there, so everything else is checked as well.

    The fix removes the fences, or the signs before the quoted lines.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ~~~
          $ df -h
          ~~~
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          ~~~
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - The search stopped answering.
          ~~~
        `,
        messages: ['The whole report is in a code block, so it is shown as source. Remove the fences.'],
      },
      {
        text: markdown`
          > # Postmortem: search is down
          >
          > ## Timeline
          >
          > - 14:02 UTC - The search stopped answering.
        `,
        messages: ['The whole report is in a quotation. Remove the ">" before its lines.'],
      },
    ],
  },
  check: ({ enclosure }) => {
    const range = enclosure?.marks[0]
    if (enclosure === null || range === undefined) return []
    const isFence = enclosure.kind === 'fence'
    return [
      {
        message: isFence
          ? sentence`The whole report is in a code block, so it is shown as source. Remove the fences.`
          : sentence`The whole report is in a quotation. Remove the ">" before its lines.`,
        range,
        fixes: [
          {
            title: isFence ? sentence`Remove the fences` : sentence`Remove the quotation`,
            preferred: true,
            edits: enclosure.marks.map((mark) => ({ ...mark, text: '' })),
          },
        ],
      },
    ]
  },
}
