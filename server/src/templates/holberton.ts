import type { Template } from './template.ts'

/** The base specification: four sections, with each of its requirements as a part of one of them. */
export const holberton: Template = {
  id: 'holberton',
  name: 'Holberton',
  description: 'Summary, timeline, root cause and resolution, corrective measures: 400 to 600 words.',
  title: 'Postmortem: {{what happened, in a few words}}',
  words: { min: 400, max: 600 },
  sections: [
    {
      id: 'summary',
      title: 'Issue Summary',
      aliases: ['summary', 'incident summary'],
      required: true,
      guidance:
        'How long the outage lasted, with start, end and time zone; which service it touched and what its users saw; what caused it.',
      body: [
        {
          kind: 'field',
          field: 'duration',
          label: 'Duration',
          text: '{{start, with date}} to {{end}} {{time zone}} ({{how long}})',
          includes: [
            {
              kind: 'field',
              field: 'start',
              label: 'Start Time',
              text: '{{start, with date}} {{time zone}}',
            },
            { kind: 'field', field: 'end', label: 'End Time', text: '{{end, with date}} {{time zone}}' },
          ],
        },
        {
          kind: 'field',
          field: 'impact',
          label: 'Impact',
          text: '{{which service was down or slow, and what its users experienced}}; {{how many}}% of users were affected',
          includes: [
            { kind: 'field', field: 'affected', label: 'Affected Users', text: '{{how many}}% of users' },
          ],
        },
        { kind: 'field', field: 'rootCause', label: 'Root Cause', text: '{{the cause, in one sentence}}' },
      ],
    },
    {
      id: 'timeline',
      title: 'Timeline',
      aliases: ['incident timeline', 'timeline of events', 'events timeline'],
      required: true,
      guidance:
        'One bullet per event, time first: detection and how it came about, what was investigated and assumed, misleading paths, escalation, resolution.',
      body: [
        {
          kind: 'entry',
          fact: 'detection',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{The issue was detected, by an alert, an engineer or a customer.}}',
          includes: [
            {
              kind: 'entry',
              fact: 'detectionMethod',
              time: '{{HH:MM}} {{time zone}}',
              text: '{{An alert, an engineer or a customer made it known.}}',
            },
          ],
        },
        {
          kind: 'entry',
          fact: 'actions',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{What was investigated, and what was assumed to be the cause.}}',
        },
        {
          kind: 'entry',
          fact: 'misleading',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{Which misleading path was taken.}}',
        },
        {
          kind: 'entry',
          fact: 'escalation',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{To which team or person it was escalated.}}',
        },
        {
          kind: 'entry',
          fact: 'resolution',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{How the incident was resolved.}}',
        },
      ],
    },
    {
      id: 'root-cause-and-resolution',
      title: 'Root Cause and Resolution',
      aliases: ['root cause & resolution', 'root cause analysis and resolution'],
      required: true,
      guidance: 'What caused the issue, in detail, and how it was fixed, in detail.',
      body: [
        {
          kind: 'field',
          field: 'rootCause',
          label: 'Root Cause',
          text: '{{what caused the issue, in detail}}',
        },
        { kind: 'field', field: 'resolution', label: 'Resolution', text: '{{how it was fixed, in detail}}' },
      ],
    },
    {
      id: 'corrective',
      title: 'Corrective and Preventative Measures',
      aliases: ['corrective and preventive measures', 'corrective measures', 'preventative measures'],
      required: true,
      guidance: 'What can be improved, broadly; then the specific tasks, each of which someone can tick off.',
      body: [
        {
          kind: 'heading',
          id: 'improvements',
          title: 'Improvements',
          body: [{ kind: 'item', text: '{{what can be improved, broadly}}' }],
        },
        {
          kind: 'heading',
          id: 'actions',
          title: 'Tasks',
          body: [
            { kind: 'task', text: '{{a specific task}} (owner: {{who}}, due: {{YYYY-MM-DD}})' },
            { kind: 'task', text: '{{a specific task}} (owner: {{who}}, due: {{YYYY-MM-DD}})' },
          ],
        },
      ],
    },
  ],
}
