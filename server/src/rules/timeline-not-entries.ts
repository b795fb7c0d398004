import { noOptions, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\n${timeline}\n\n## Root Cause\n\nText.\n`
const message = sentence`The timeline does not say when things happened. Write entries such as "14:05 UTC - what happened".`

export const timelineNotEntries: Rule = {
  id: 'timeline-not-entries',
  summary: 'A timeline is a list of timed entries.',
  explanation: prose`
    Labels such as "Detection:" and "Resolution:", numbered steps and prose say what was done, but not how
    long it took: nobody can see where the time went, and nothing can be calculated.

    The rule reports once, at the title of the timeline, if at most one entry has a time.
  `,
  severity: 'information',
  severityIn: { core: 'off' },
  waitsForAuthor: true,
  options: noOptions,
  examples: {
    good: [
      {
        text: report('- 14:05 UTC - An alert was received.\n- 15:10 UTC - The disk was cleared.'),
        messages: [],
      },
      {
        text: report(
          '- **Detection:** 14:05 UTC, by an alert.\n- **Resolution:** 15:10 UTC, the disk was cleared.',
        ),
        messages: [],
      },
    ],
    bad: [
      {
        text: report('- **Detection:** an alert was received.\n- **Resolution:** the disk was cleared.'),
        messages: [message.english],
      },
      { text: report('1. Looked at the logs.\n2. Cleared the disk.'), messages: [message.english] },
    ],
  },
  check: ({ sections, timeline }) => {
    const section = sections.find(({ id }) => id === 'timeline')
    const timed = timeline.entries.filter(({ time }) => time !== null)
    const hasContent = timeline.style === 'prose' || timeline.entries.length >= 2
    if (section === undefined || section.empty || timed.length > 1 || !hasContent) return []
    return [{ message, range: section.title, fixes: [] }]
  },
}
