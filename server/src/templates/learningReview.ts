import type { Template } from './template.ts'

/** Learning rather than blame: contributors and mitigators instead of a single cause. */
export const learningReview: Template = {
  id: 'learning-review',
  name: 'Learning review',
  description:
    'Summary, timeline, contributing factors, mitigators, learnings, risks, follow-ups; no single root cause.',
  title: 'Incident Review: {{how we got here}}',
  words: null,
  sections: [
    {
      id: 'summary',
      title: 'Executive Summary',
      aliases: ['summary', 'overview'],
      required: true,
      guidance: 'For readers who read nothing else: what happened and the one thing worth remembering.',
      body: [{ kind: 'paragraph', text: '{{What happened, and what is worth remembering.}}' }],
    },
    {
      id: 'background',
      title: 'Background',
      aliases: ['context', 'prologue'],
      required: false,
      guidance: 'What a reader from outside needs to know to follow the story.',
      body: [{ kind: 'paragraph', text: '{{What one must know of the system and its history.}}' }],
    },
    {
      id: 'timeline',
      title: 'Timeline',
      aliases: ['narrative', 'narrative description'],
      required: true,
      guidance: 'What people saw and knew at each point, not what is known today.',
      body: [
        {
          kind: 'entry',
          fact: 'detection',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{What was noticed, and what it looked like.}}',
        },
        {
          kind: 'entry',
          fact: 'actions',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{What was tried, and why that made sense.}}',
        },
        {
          kind: 'entry',
          fact: 'resolution',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{Everything works again.}}',
        },
      ],
    },
    {
      id: 'contributing',
      title: 'Contributing Factors',
      aliases: ['contributors', 'enablers', 'contributors and enablers'],
      required: true,
      guidance: 'What made it possible or made it worse, in no order of blame.',
      body: [
        { kind: 'item', text: '{{a factor, and what it contributed}}' },
        { kind: 'item', text: '{{another one}}' },
      ],
    },
    {
      id: 'mitigators',
      title: 'Mitigators',
      aliases: ['mitigating factors', 'what helped'],
      required: true,
      guidance: 'What kept it from being worse, people and luck included.',
      body: [{ kind: 'item', text: '{{what helped}}' }],
    },
    {
      id: 'difficulties',
      title: 'Difficulties in Handling',
      aliases: ['challenges in handling', 'challenges'],
      required: false,
      guidance: 'What made the response hard.',
      body: [{ kind: 'item', text: '{{what was hard, and why}}' }],
    },
    {
      id: 'lessons',
      title: 'Learnings',
      aliases: ['lessons learned', 'takeaways'],
      required: true,
      guidance: 'What is understood now that was not understood before.',
      body: [{ kind: 'item', text: '{{what was learned}}' }],
    },
    {
      id: 'risks',
      title: 'Risks',
      aliases: ['recurrence risk'],
      required: true,
      guidance: 'What could happen next, given what is known now.',
      body: [{ kind: 'item', text: '{{what could happen, and how one would notice}}' }],
    },
    {
      id: 'actions',
      title: 'Follow-ups',
      aliases: ['action items', 'actions'],
      required: true,
      guidance: 'What is worth doing, with whoever has taken it on.',
      body: [
        { kind: 'task', text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}})' },
        { kind: 'task', text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}})' },
      ],
    },
  ],
}
