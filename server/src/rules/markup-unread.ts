import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'

export const markupUnread: Rule = {
  id: 'markup-unread',
  summary: 'All Markdown of the report can be read.',
  explanation: prose`
    Two kinds of text are not read in full, because a few kilobytes of them would keep an editor busy for
    minutes. Anything nested 200 levels deep or deeper is left out. A single paragraph, heading or table cell
    is read as plain text, without links, emphasis and inline code, if its characters times its signs of
    markup are more than 8 million: 10,000 characters with more than 800 signs, for example. One of more than
    5,000 lines is usually program output that was pasted without a code block, so it is taken for a code
    block: it is searched only for secrets and other confidential details.

    Findings in such a part may be wrong, so it is reported. There is no fix.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          > > > The disk is full.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> The disk is full.
        `,
        messages: ['This is nested too deeply to be read. Indent it less.'],
      },
    ],
  },
  check: ({ markup, region }) =>
    markup.unread
      .filter(({ start }) => start >= region.start && start < region.end)
      .map(({ start, end, reason }) => ({ message: messages[reason], range: { start, end }, fixes: [] })),
}

const messages = {
  deep: sentence`This is nested too deeply to be read. Indent it less.`,
  dense: sentence`This is too long or has too much markup to be read in one piece, so it is read as plain text. Split it, or put it in a code block.`,
  long: sentence`These are more than 5,000 lines without a blank one, so they are taken for a code block. Put them in one, or leave a line blank where a paragraph ends.`,
}
