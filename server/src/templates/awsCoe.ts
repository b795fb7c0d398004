import type { Template } from './template.ts'

/** A correction of errors measures the incident, asks why it happened, and ends with dated actions. */
export const awsCoe: Template = {
  id: 'aws-coe',
  name: 'AWS correction of errors',
  description: 'Summary, impact, timeline, metrics, incident questions, five whys, action items.',
  title: 'Correction of Errors: {{what happened, in a few words}}',
  words: null,
  sections: [
    {
      id: 'summary',
      title: 'Summary',
      aliases: ['overview', 'executive summary'],
      required: true,
      guidance: 'Understandable on its own: what happened, to whom, for how long, and what was done.',
      body: [
        { kind: 'paragraph', text: '{{What happened, to whom, from when to when, and what was done.}}' },
      ],
    },
    {
      id: 'impact',
      title: 'Impact',
      aliases: ['customer impact'],
      required: true,
      guidance: 'On customers and on the business, in figures.',
      body: [
        {
          kind: 'field',
          field: 'duration',
          label: 'Duration',
          text: '{{start, with date}} to {{end}} {{time zone}}',
        },
        { kind: 'field', field: 'affected', label: 'Customers affected', text: '{{how many}}% of customers' },
      ],
    },
    {
      id: 'timeline',
      title: 'Timeline',
      aliases: ['incident timeline', 'timeline of events'],
      required: true,
      guidance: 'Without gaps that a reader would ask about; each step with what was known at that time.',
      body: [
        {
          kind: 'entry',
          fact: 'detection',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{It is noticed, by whom or by what.}}',
        },
        {
          kind: 'entry',
          fact: 'actions',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{What was tried, and what it showed.}}',
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
      id: 'metrics',
      title: 'Metrics',
      aliases: ['stats', 'key metrics'],
      required: true,
      guidance: 'The graphs and figures that show the incident from beginning to end.',
      body: [{ kind: 'item', text: '{{a metric, what is usual, and what it was}}' }],
    },
    {
      id: 'questions',
      title: 'Incident Questions',
      aliases: ['questions', 'q&a'],
      required: true,
      guidance: 'How detection, diagnosis and mitigation could each have taken half the time.',
      body: [
        { kind: 'item', text: 'How could it have been detected in half the time? {{answer}}' },
        { kind: 'item', text: 'How could it have been diagnosed in half the time? {{answer}}' },
        { kind: 'item', text: 'How could it have been mitigated in half the time? {{answer}}' },
      ],
    },
    {
      id: 'root-cause',
      title: 'Five Whys',
      aliases: ['5 whys', 'root cause', 'root cause analysis'],
      required: true,
      guidance: 'Each answer leads to the next question; a chain that ends at a person is not finished.',
      body: [
        { kind: 'item', text: 'Why? {{because}}' },
        { kind: 'item', text: 'Why? {{because}}' },
        { kind: 'item', text: 'Why? {{because}}' },
        { kind: 'item', text: 'Why? {{because}}' },
        { kind: 'item', text: 'Why? {{because}}' },
      ],
    },
    {
      id: 'actions',
      title: 'Action Items',
      aliases: ['actions', 'follow-ups'],
      required: true,
      guidance: 'Every cause has one; every one has an owner, a priority and a date.',
      body: [
        { kind: 'task', text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}})' },
        { kind: 'task', text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}})' },
      ],
    },
    {
      id: 'recurrence',
      title: 'Related Items',
      aliases: ['related incidents'],
      required: false,
      guidance: 'Earlier reports that this one relates to.',
      body: [{ kind: 'item', text: '{{a link, and what it has to do with this}}' }],
    },
  ],
}
