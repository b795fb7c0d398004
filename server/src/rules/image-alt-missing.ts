import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'
import type { Report } from '../postmortem/report.ts'

/** Alt texts that editors and forges insert by default. */
const defaultText = /^(?:image|img|alt|alt text|picture|screenshot|untitled|enter image description here)$/i

export const imageAltMissing: Rule = {
  id: 'image-alt-missing',
  summary: 'Every image has alt text that says what it shows.',
  explanation: prose`
    Readers who cannot see a graph, who read the report in a terminal, or who open it years later when the
    image is gone, need its message in words: "Error rate rises from 0 to 25% at 14:02 UTC". A default that an
    editor inserted, such as \`image\`, says nothing.

    An HTML image with \`alt=""\` is decorative and is left alone.

    The fix inserts a placeholder for the alt text.
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
        messages: ['The image has no alt text. Say in a few words what it shows.'],
      },
      {
        text: markdown`
          # Postmortem: slow pages

          ![image](https://shop.dev/time.png)
        `,
        messages: ['The alt text says nothing about the image. Say in a few words what it shows.'],
      },
    ],
  },
  check: (report: Report) => report.markup.links.filter(lacksAltText).map(toProblem),
}

function lacksAltText({ kind, form, text }: MarkedLink): boolean {
  if (kind !== 'image' || form === 'reference') return false
  return text === null || (form !== 'html' && (text.trim() === '' || defaultText.test(text.trim())))
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
        ? sentence`The image has no alt text. Say in a few words what it shows.`
        : sentence`The alt text says nothing about the image. Say in a few words what it shows.`,
    range: { start, end },
    fixes: [{ title: sentence`Insert alt text`, preferred: true, edits: [edit] }],
  }
}
