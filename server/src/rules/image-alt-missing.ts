import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import { findSuppression } from '../postmortem/blocks/findSuppression.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { relate } from './support/tasks/itemsBySection.ts'

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

    The first such image is reported, with the number of all of them. The fix inserts a placeholder for the
    alt text of each.
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
      {
        text: markdown`
          # Postmortem: slow pages

          ![](https://shop.dev/time.png)

          ![image](https://shop.dev/errors.png)
        `,
        messages: ['2 images have no alt text of their own. Say in a few words what each shows.'],
      },
    ],
  },
  check: ({ markup: { links }, suppressions }: Report) => {
    const bare = links.filter(lacksAltText)
    const isSuppressed = ({ start }: MarkedLink) =>
      findSuppression('image-alt-missing', start, suppressions) !== null
    // A comment silences its own line, and not the rest.
    return [
      ...toProblems(bare.filter((each) => !isSuppressed(each))),
      ...bare.filter(isSuppressed).flatMap((each) => toProblems([each])),
    ]
  },
}

function lacksAltText({ kind, form, text }: MarkedLink): boolean {
  if (kind !== 'image' || form === 'reference') return false
  return text === null || (form !== 'html' && (text.trim() === '' || defaultText.test(text.trim())))
}

/** One finding for all of them: an author who leaves alt texts out does so throughout. */
function toProblems(images: readonly MarkedLink[]): readonly Problem[] {
  const [first, ...others] = images
  if (first === undefined) return []
  const title = others.length === 0 ? sentence`Insert alt text` : sentence`Insert alt text for each image`
  return [
    {
      message: describe(first, images.length),
      range: { start: first.start, end: first.end },
      ...(others.length > 0 && {
        related: relate(sentence`This image has no alt text of its own either.`, others),
      }),
      fixes: [{ title, preferred: true, edits: images.map(insertText) }],
    },
  ]
}

function describe({ text }: MarkedLink, count: number): Sentence {
  if (count > 1)
    return sentence`${count} images have no alt text of their own. Say in a few words what each shows.`
  return text === null || text.trim() === ''
    ? sentence`The image has no alt text. Say in a few words what it shows.`
    : sentence`The alt text says nothing about the image. Say in a few words what it shows.`
}

function insertText({ form, text, start }: MarkedLink): Edit {
  const at = start + '!['.length
  return form === 'html'
    ? { start: start + '<img'.length, end: start + '<img'.length, text: ' alt="{{what it shows}}"' }
    : { start: at, end: at + (text?.length ?? 0), text: '{{what it shows}}' }
}
