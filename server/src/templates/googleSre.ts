import type { Template } from './template.ts'

/** The order of the Site Reliability Engineering book: the summary comes first, the timeline last. */
export const googleSre: Template = {
  id: 'google-sre',
  name: 'Google SRE',
  description: 'Summary, impact, causes, trigger, resolution, detection, action items, lessons, timeline.',
  title: 'Postmortem: {{what happened, in a few words}}',
  words: null,
  sections: [
    {
      id: 'summary',
      title: 'Summary',
      aliases: ['overview', 'executive summary'],
      required: true,
      guidance:
        'What happened, when and for how long, in two or three sentences that anybody in the company can follow.',
      body: [
        { kind: 'field', field: 'date', label: 'Date', text: '{{day of the start}}' },
        { kind: 'field', field: 'people', label: 'Authors', text: '{{who wrote this}}' },
        { kind: 'field', field: 'status', label: 'Status', text: '{{draft, in review or final}}' },
        {
          kind: 'field',
          field: 'duration',
          label: 'Duration',
          text: '{{start, with date}} to {{end}} {{time zone}}',
        },
        { kind: 'paragraph', text: '{{What happened, in two or three sentences.}}' },
      ],
    },
    {
      id: 'impact',
      title: 'Impact',
      aliases: ['customer impact', 'user impact'],
      required: true,
      guidance: 'Who was affected and how badly, in figures: requests, users, revenue, error budget.',
      body: [{ kind: 'paragraph', text: '{{Who could not do what, and how many they were.}}' }],
    },
    {
      id: 'root-cause',
      title: 'Root Causes',
      aliases: ['root cause', 'root cause analysis', 'causes'],
      required: true,
      guidance: 'The conditions that together made the incident possible; there is hardly ever only one.',
      body: [{ kind: 'item', text: '{{a cause, and why it had not shown before}}' }],
    },
    {
      id: 'trigger',
      title: 'Trigger',
      aliases: ['triggers'],
      required: true,
      guidance: 'The event that turned those conditions into an incident on that day.',
      body: [{ kind: 'paragraph', text: '{{What set it off.}}' }],
    },
    {
      id: 'resolution',
      title: 'Resolution',
      aliases: ['mitigation', 'recovery', 'resolution and recovery'],
      required: true,
      guidance: 'What stopped the damage, and what put things right for good.',
      body: [{ kind: 'paragraph', text: '{{What was done, and what it changed.}}' }],
    },
    {
      id: 'detection',
      title: 'Detection',
      aliases: ['discovery'],
      required: true,
      guidance: 'Who or what noticed first, how long after the start, and what should have noticed earlier.',
      body: [{ kind: 'paragraph', text: '{{What noticed it, and how long after the start.}}' }],
    },
    {
      id: 'actions',
      title: 'Action Items',
      aliases: ['actions', 'follow-ups', 'action items and follow-ups'],
      required: true,
      guidance:
        'Each with an owner and a ticket, and what it does: prevent, detect, mitigate or improve the process.',
      body: [
        {
          kind: 'task',
          text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}}, ticket: {{number}})',
        },
        {
          kind: 'task',
          text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}}, ticket: {{number}})',
        },
      ],
    },
    {
      id: 'lessons',
      title: 'Lessons Learned',
      aliases: ['lessons', 'learnings'],
      required: true,
      guidance: 'What others can learn from it, including where you were lucky.',
      body: [
        {
          kind: 'heading',
          id: 'lessons.well',
          title: 'What Went Well',
          body: [{ kind: 'item', text: '{{what helped}}' }],
        },
        {
          kind: 'heading',
          id: 'lessons.wrong',
          title: 'What Went Wrong',
          body: [{ kind: 'item', text: '{{what made it worse or longer}}' }],
        },
        {
          kind: 'heading',
          id: 'lessons.lucky',
          title: 'Where We Got Lucky',
          body: [{ kind: 'item', text: '{{what nobody had planned for and helped all the same}}' }],
        },
      ],
    },
    {
      id: 'timeline',
      title: 'Timeline',
      aliases: ['incident timeline', 'timeline of events'],
      required: true,
      guidance: 'One line per event, time first, with the beginning and the end of the outage marked.',
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
      id: 'supporting',
      title: 'Supporting Information',
      aliases: ['appendix', 'references', 'links'],
      required: false,
      guidance: 'Graphs, logs and links that support what is said above.',
      body: [{ kind: 'item', text: '{{a link, and what it shows}}' }],
    },
  ],
}
