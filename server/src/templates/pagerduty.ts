import type { Template } from './template.ts'

/** Contributing factors instead of one cause. The report includes the responders and the messaging. */
export const pagerduty: Template = {
  id: 'pagerduty',
  name: 'PagerDuty',
  description:
    'Overview, what happened, contributing factors, resolution, impact, responders, timeline, actions, messaging.',
  title: 'Postmortem: {{what happened, in a few words}}',
  words: null,
  sections: [
    {
      id: 'summary',
      title: 'Overview',
      aliases: ['summary', 'executive summary'],
      required: true,
      guidance: 'Two or three sentences: what was affected, for how long, and what set it right.',
      body: [{ kind: 'paragraph', text: '{{What was affected, for how long, and what set it right.}}' }],
    },
    {
      id: 'what-happened',
      title: 'What Happened',
      aliases: ['the incident'],
      required: true,
      guidance: 'The story in plain words, without saying what anybody should have done.',
      body: [{ kind: 'paragraph', text: '{{The story, in the order in which it happened.}}' }],
    },
    {
      id: 'contributing',
      title: 'Contributing Factors',
      aliases: ['contributing conditions', 'contributors'],
      required: true,
      guidance: 'Everything that had to come together, technical or not; no single cause and no culprit.',
      body: [
        { kind: 'item', text: '{{a factor, and what it contributed}}' },
        { kind: 'item', text: '{{another one}}' },
      ],
    },
    {
      id: 'resolution',
      title: 'Resolution',
      aliases: ['mitigation', 'recovery'],
      required: true,
      guidance: 'What was changed to end it, and whether that holds.',
      body: [{ kind: 'paragraph', text: '{{What ended it, and whether that holds.}}' }],
    },
    {
      id: 'impact',
      title: 'Impact',
      aliases: ['customer impact'],
      required: true,
      guidance: 'Exact numbers: minutes, customers, requests, tickets.',
      body: [
        {
          kind: 'field',
          field: 'duration',
          label: 'Duration',
          text: '{{start, with date}} to {{end}} {{time zone}}',
        },
        { kind: 'field', field: 'affected', label: 'Customers affected', text: '{{how many}}% of customers' },
        { kind: 'field', field: 'impact', label: 'What they saw', text: '{{what did not work for them}}' },
      ],
    },
    {
      id: 'people',
      title: 'Responders',
      aliases: ['attendees', 'participants', 'people involved'],
      required: true,
      guidance: 'Who had which role during the response.',
      body: [
        { kind: 'item', text: '{{role}}: {{who}}' },
        { kind: 'item', text: '{{role}}: {{who}}' },
      ],
    },
    {
      id: 'timeline',
      title: 'Timeline',
      aliases: ['incident timeline', 'timeline of events'],
      required: true,
      guidance: 'From before the incident on; every line with a source where it can be checked.',
      body: [
        {
          kind: 'entry',
          fact: 'detection',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{what happened}} ({{source}})',
        },
        {
          kind: 'entry',
          fact: 'actions',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{what happened}} ({{source}})',
        },
        {
          kind: 'entry',
          fact: 'resolution',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{what happened}} ({{source}})',
        },
      ],
    },
    {
      id: 'lessons',
      title: "How'd We Do?",
      aliases: ['how did we do', 'lessons learned', 'retrospective'],
      required: true,
      guidance: 'About the response, not about the fault.',
      body: [
        {
          kind: 'heading',
          id: 'lessons.well',
          title: 'What Went Well?',
          body: [{ kind: 'item', text: '{{what helped}}' }],
        },
        {
          kind: 'heading',
          id: 'lessons.wrong',
          title: "What Didn't Go So Well?",
          body: [{ kind: 'item', text: '{{what held the response up}}' }],
        },
      ],
    },
    {
      id: 'actions',
      title: 'Action Items',
      aliases: ['actions', 'follow-ups'],
      required: true,
      guidance: 'Tickets that have a definite end: you can tell when each is done.',
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
      id: 'communication',
      title: 'Messaging',
      aliases: ['communication', 'communications'],
      required: false,
      guidance: 'What colleagues and customers are told.',
      body: [
        { kind: 'field', field: 'internal', label: 'Internal', text: '{{what colleagues are told}}' },
        { kind: 'field', field: 'external', label: 'External', text: '{{what customers are told}}' },
      ],
    },
  ],
}
