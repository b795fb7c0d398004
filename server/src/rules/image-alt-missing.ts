import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'
import type { Report } from '../postmortem/report.ts'

/** What editors and forges put there by themselves. */
const saysNothing = /^(?:image|img|alt|alt text|picture|screenshot|untitled|enter image description here)$/i

export const imageAltMissing: Rule = {
  id: 'image-alt-missing',
  summary: 'Every picture says in words what it shows.',
  explanation: prose`
    Who cannot see a graph, or reads the report in a terminal or years later when the picture is gone, needs
    its message in words: "Error rate rises from 0 to 25% at 14:02 UTC". A word that an editor put there by
    itself, such as \`image\`, says nothing.

    A picture in HTML with \`alt=""\` is there for decoration, and left alone.

    The fix inserts a placeholder for the words.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow pages

          ![Response time rises to four seconds at 10:02 UTC](https://shop.dev/time.png)
        `,
        messages: [],
      },
      { text: '# Postmortem: slow pages\n\n<img src="https://shop.dev/line.png" alt="">\n', messages: [] },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow pages

          ![](https://shop.dev/time.png)
        `,
        messages: ['The picture has no text. Say in a few words what it shows.'],
      },
      {
        text: markdown`
          # Postmortem: slow pages

          ![image](https://shop.dev/time.png)
        `,
        messages: ['The text of the picture says nothing. Say in a few words what it shows.'],
      },
    ],
  },
  check: (report: Report) => report.markup.links.filter(lacksText).map(toProblem),
}

function lacksText({ kind, form, text }: MarkedLink): boolean {
  if (kind !== 'image' || form === 'reference') return false
  return text === null || (form !== 'html' && (text.trim() === '' || saysNothing.test(text.trim())))
}

function toProblem({ form, text, start, end }: MarkedLink): Problem {
  const at = start + '!['.length
  const edit =
    form === 'html'
      ? { start: start + '<img'.length, end: start + '<img'.length, text: ' alt="{{what it shows}}"' }
      : { start: at, end: at + (text?.length ?? 0), text: '{{what it shows}}' }
  return {
    message:
      text === null || text.trim() === ''
        ? sentence`The picture has no text. Say in a few words what it shows.`
        : sentence`The text of the picture says nothing. Say in a few words what it shows.`,
    range: { start, end },
    fixes: [{ title: sentence`Insert a text`, preferred: true, edits: [edit] }],
  }
}
