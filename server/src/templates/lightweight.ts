import type { Template } from './template.ts'

/** For small incidents: what somebody will want to know next year, and no more. */
export const lightweight: Template = {
  id: 'lightweight',
  name: 'Lightweight',
  description: 'Summary, impact, timeline, cause or lessons, actions: at most 300 words.',
  title: 'Postmortem: {{what happened, in a few words}}',
  words: { min: 0, max: 300 },
  sections: [
    {
      id: 'summary',
      title: 'Summary',
      aliases: ['overview'],
      alternatives: ['what-happened'],
      required: true,
      guidance: 'What happened, from when to when, in two sentences.',
      body: [
        { kind: 'paragraph', text: '{{What happened}}, from {{start, with date}} to {{end}} {{time zone}}.' },
      ],
    },
    {
      id: 'impact',
      title: 'Impact',
      aliases: ['customer impact', 'user impact'],
      required: true,
      guidance: 'Who noticed, and how many people were affected.',
      body: [{ kind: 'paragraph', text: '{{how many}}% of users {{could not do what}}.' }],
    },
    {
      id: 'timeline',
      title: 'Timeline',
      aliases: ['incident timeline'],
      required: true,
      guidance: 'Three lines are enough: when it began, when it was noticed, when it was over.',
      body: [
        { kind: 'entry', fact: 'start', time: '{{HH:MM}} {{time zone}}', text: '{{The outage begins.}}' },
        {
          kind: 'entry',
          fact: 'detection',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{It is noticed, by whom or by what.}}',
        },
        { kind: 'entry', fact: 'resolution', time: '{{HH:MM}} {{time zone}}', text: '{{The outage ends.}}' },
      ],
    },
    {
      id: 'root-cause',
      title: 'Root Cause',
      aliases: ['cause'],
      required: true,
      alternatives: ['contributing', 'lessons'],
      guidance: 'Why it could happen, or what was learned from it.',
      body: [{ kind: 'paragraph', text: '{{Why it could happen.}}' }],
    },
    {
      id: 'actions',
      title: 'Action Items',
      aliases: ['actions', 'follow-ups'],
      required: true,
      guidance: 'What is left to do; "nothing" is an answer if it says why.',
      body: [{ kind: 'task', text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}})' }],
    },
  ],
}
