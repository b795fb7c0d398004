import type { Template } from './template.ts'

/** One section per phase, from what led up to the incident to what keeps it from recurring. */
export const atlassian: Template = {
  id: 'atlassian',
  name: 'Atlassian',
  description:
    'Summary, leadup, fault, impact, detection, response, recovery, timeline, root cause, corrective actions.',
  title: 'Postmortem: {{what happened, in a few words}}',
  words: null,
  sections: [
    {
      id: 'summary',
      title: 'Incident Summary',
      aliases: ['summary', 'overview'],
      required: true,
      guidance: 'What, when, why, how severe and for how long, in a few sentences.',
      body: [
        {
          kind: 'paragraph',
          text: 'Between {{start, with date}} and {{end}} {{time zone}}, {{how many}}% of users {{could not do what}}. {{Why, in one sentence.}}',
        },
      ],
    },
    {
      id: 'background',
      title: 'Leadup',
      aliases: ['lead-up', 'background'],
      required: true,
      guidance: 'What was changed or happened beforehand that made the incident possible.',
      body: [{ kind: 'paragraph', text: '{{What was changed, when, and what for.}}' }],
    },
    {
      id: 'trigger',
      title: 'Fault',
      aliases: ['trigger'],
      required: true,
      guidance: 'What did not work as intended, with graphs if there are any.',
      body: [{ kind: 'paragraph', text: '{{What failed, and how.}}' }],
    },
    {
      id: 'impact',
      title: 'Impact',
      aliases: ['customer impact', 'user impact'],
      required: true,
      guidance: 'What customers and colleagues noticed, how many were affected, and how many asked for help.',
      body: [
        { kind: 'field', field: 'impact', label: 'Experience', text: '{{what users noticed}}' },
        { kind: 'field', field: 'affected', label: 'Users affected', text: '{{how many}}% of users' },
      ],
    },
    {
      id: 'detection',
      title: 'Detection',
      aliases: ['discovery'],
      required: true,
      guidance: 'When and how it was noticed, and how that could take less time.',
      body: [{ kind: 'paragraph', text: '{{Who or what noticed it, and when.}}' }],
    },
    {
      id: 'response',
      title: 'Response',
      aliases: ['incident response'],
      required: true,
      guidance: 'Who responded, when, and what held them up.',
      body: [{ kind: 'paragraph', text: '{{Who came, when, and what they tried.}}' }],
    },
    {
      id: 'resolution',
      title: 'Recovery',
      aliases: ['resolution', 'mitigation'],
      required: true,
      guidance: 'How the service was restored, and how you could tell that it was.',
      body: [{ kind: 'paragraph', text: '{{What brought the service back.}}' }],
    },
    {
      id: 'timeline',
      title: 'Timeline',
      aliases: ['incident timeline', 'timeline of events'],
      required: true,
      guidance: 'One line per event, time and time zone first.',
      body: [
        {
          kind: 'entry',
          fact: 'detection',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{It is noticed, by whom or by what.}}',
        },
        {
          kind: 'entry',
          fact: 'escalation',
          time: '{{HH:MM}} {{time zone}}',
          text: '{{Somebody else is brought in.}}',
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
      id: 'root-cause',
      title: 'Root Cause',
      aliases: ['five whys', 'root cause analysis', 'root causes'],
      required: true,
      guidance: 'Ask why until the answer is something that can be changed; it is never a person.',
      body: [
        { kind: 'item', text: 'Why? {{because}}' },
        { kind: 'item', text: 'Why? {{because}}' },
        { kind: 'item', text: 'Why? {{because}}' },
      ],
    },
    {
      id: 'recurrence',
      title: 'Recurrence',
      aliases: ['backlog check', 'related incidents'],
      required: false,
      guidance: 'Whether the same cause has led to an incident before, and why it was still there.',
      body: [
        { kind: 'paragraph', text: '{{Earlier incidents with this cause, and what became of their tasks.}}' },
      ],
    },
    {
      id: 'lessons',
      title: 'Lessons Learned',
      aliases: ['lessons', 'learnings'],
      required: false,
      guidance: 'What went well, and what could have gone better.',
      body: [{ kind: 'item', text: '{{what was learned}}' }],
    },
    {
      id: 'corrective',
      title: 'Corrective Actions',
      aliases: ['corrective measures'],
      required: true,
      guidance: 'What will be done, by whom, and by when.',
      body: [
        { kind: 'task', text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}})' },
        { kind: 'task', text: '{{what is to be done}} (owner: {{who}}, due: {{YYYY-MM-DD}})' },
      ],
    },
  ],
}
