import type { Template } from './template.ts'

/** For customers: no names, no internal systems, and no more than they need to trust the service again. */
export const publicNotice: Template = {
  id: 'public',
  name: 'Public notice',
  description: 'Summary, what happened, what we are doing about it: for customers, at most 600 words.',
  title: 'Incident Report: {{what happened, in a few words}}',
  words: { min: 0, max: 600 },
  sections: [
    {
      id: 'summary',
      title: 'Summary',
      aliases: ['overview', 'executive summary'],
      required: true,
      guidance: 'What customers could not do, from when to when, and that it is over.',
      body: [
        {
          kind: 'paragraph',
          text: 'From {{start, with date}} to {{end}} {{time zone}}, {{which customers}} could not {{do what}}. {{It is resolved.}}',
        },
      ],
    },
    {
      id: 'what-happened',
      title: 'What Happened',
      aliases: ['the incident'],
      required: true,
      guidance: 'The cause and the fix in words that a customer understands, without names and addresses.',
      body: [{ kind: 'paragraph', text: '{{What went wrong, and how it was put right.}}' }],
    },
    {
      id: 'corrective',
      title: 'What We Are Doing About It',
      aliases: ['what are we doing about this', 'next steps', 'prevention'],
      required: true,
      guidance: 'What is done already and what is promised, so that it does not happen again.',
      body: [
        { kind: 'item', text: '{{what is done already}}' },
        { kind: 'item', text: '{{what will be done}}' },
      ],
    },
  ],
}
