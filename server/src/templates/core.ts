import type { Template } from './template.ts'

/**
 * What any report tells, whatever its shape: for a report that follows no template and that nobody chose one
 * for. It cannot be chosen, and asks for no field, fact, length or order.
 */
export const core: Template = {
  id: 'core',
  name: 'Essentials',
  description: 'What happened, in what order, why, and what will be done. Any length, any titles.',
  title: 'Postmortem: {{what happened, in a few words}}',
  words: null,
  sections: [
    {
      id: 'summary',
      title: 'Summary',
      aliases: [],
      required: true,
      alternatives: ['what-happened', 'impact', 'background'],
      guidance: 'What happened, from when to when, and who noticed.',
      body: [{ kind: 'paragraph', text: '{{What happened, from when to when, and who noticed.}}' }],
    },
    {
      id: 'timeline',
      title: 'Timeline',
      aliases: [],
      required: true,
      alternatives: ['what-happened', 'detection'],
      guidance: 'What happened when, one entry per event.',
      body: [
        { kind: 'entry', fact: null, time: '{{HH:MM}} {{time zone}}', text: '{{What happened.}}' },
        { kind: 'entry', fact: null, time: '{{HH:MM}} {{time zone}}', text: '{{What happened.}}' },
      ],
    },
    {
      id: 'root-cause',
      title: 'Cause',
      aliases: [],
      required: true,
      alternatives: [
        'root-cause-and-resolution',
        'contributing',
        'trigger',
        'what-happened',
        'lessons',
        'lessons.wrong',
      ],
      guidance: 'Why it could happen, and why nothing stopped it.',
      body: [{ kind: 'paragraph', text: '{{Why it could happen, and why nothing stopped it.}}' }],
    },
    {
      id: 'actions',
      title: 'Action Items',
      aliases: [],
      required: true,
      alternatives: ['corrective', 'improvements', 'recurrence', 'lessons', 'lessons.wrong'],
      guidance: 'What will be done so that it does not happen again.',
      body: [{ kind: 'task', text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}})' }],
    },
  ],
}
