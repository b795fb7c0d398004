import fc from 'fast-check'
import { anyReport } from './reports.ts'

/** A replacement of the text from `start` to `end`, as offsets. */
export interface TextChange {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Something that writers edit, how to find it in a text, and what they may turn it into. */
interface Construct {
  readonly pattern: RegExp
  readonly texts: readonly string[]
}

const constructs = {
  heading: {
    pattern: /^#{1,6} .*$/gm,
    texts: [
      '## Timeline',
      '# Postmortem: it broke',
      '### Impact',
      '## Timelin',
      '## Timeline (PST)',
      '#',
      '',
    ],
  },
  clock: {
    pattern: /\b\d{1,2}:\d\d\b/g,
    texts: ['14:05', '14:06', '23:59', '00:01', '25:61', '9:30 PM', '{{HH:MM}}', '14:05:33', 'noon', ''],
  },
  date: {
    pattern: /\b\d{4}-\d\d-\d\d\b/g,
    texts: ['2024-05-02', '2024-05-11', '2024-02-30', '3/4/2024', 'May 2, 2024', 'Monday, 2024-05-10', ''],
  },
  zone: { pattern: /\b(?:UTC|PST|CEST|IST)\b/g, texts: ['UTC', 'PST', 'IST', '+05:30', 'UTC+2', ''] },
  marker: {
    pattern: /^[ \t]*(?:[-*+]|\d+[.)]) (?:\[[ x]\] )?/gm,
    texts: ['- ', '* ', '1. ', '  - ', '- [ ] ', '- [x] ', '> ', '    ', '\t', ''],
  },
  row: {
    pattern: /^\|.*\|$/gm,
    texts: ['| 10:00 | It broke. |', '| --- | --- |', '| Task | Owner | Due |', '|', 'no row', ''],
  },
  label: {
    pattern: /\*\*[^*\n]{1,40}\*\*|^[A-Z][\w ]{2,20}:/gm,
    texts: [
      '**Impact:**',
      '**Duration:**',
      'Root Cause:',
      '**Start time:**',
      '**Timeline**',
      'Detected:',
      '**',
    ],
  },
  figure: {
    pattern: /\b\d+(?:%| hours?| minutes?)/g,
    texts: ['40%', '1 hour', '90 minutes', 'all users', '10 to 20 minutes', ''],
  },
  comment: {
    pattern: /<!--[^>]*-->/g,
    texts: [
      '<!-- postmortem-disable-line language-hindsight -->',
      '<!-- postmortem-disable-next-line section-missing -->',
      '<!-- postmortem-disable-file -->',
      '<!-- postmortem-disable -->',
      '<!-- postmortem-enable -->',
      '<!--',
      '-->',
      '',
    ],
  },
  setting: {
    pattern: /^(?:---|postmortem:.*|title:.*|[ ]{2,4}[\w-]+:.*)$/gm,
    texts: [
      '---',
      'postmortem: true',
      '  template: google-sre',
      '  rules: {}',
      '  timeZone: Asia/Kolkata',
      '',
    ],
  },
  fence: { pattern: /^(?:```|~~~).*$/gm, texts: ['```', '~~~', '```sh', '`', ''] },
  link: {
    pattern: /!?\[[^\]\n]{0,40}\]\([^)\n]{0,60}\)/g,
    texts: ['[log](logs/gone.md)', '[a](#timeline)', '[log][log]', '[log]', '![](x.png)', '[a](', ''],
  },
  definition: {
    pattern: /^\[[^\]\n]{1,20}\]:.*$/gm,
    texts: ['[log]: https://logs.shop.dev/8', '[log]:', '[^1]: A note', ''],
  },
  placeholder: { pattern: /\{\{[^{}]{0,40}\}\}/g, texts: ['{{name}}', '{{HH:MM}}', '{{', 'Ann', ''] },
  detail: {
    pattern: /\(owner:[^)\n]{0,60}\)|@\w+|\b[A-Z]{2,5}-\d+/g,
    texts: ['(owner: Bob, due: 2024-07-01)', '(due: 2020-01-01)', '@ann', 'OPS-99', ''],
  },
  sentence: {
    pattern: /\b[A-Z][^.\n|]{8,120}\./g,
    texts: [
      'The alert fired.',
      'It was escalated to the network team.',
      'The incident was resolved at 16:00 UTC.',
      'The engineer should have known.',
      'All times are in PST.',
      'About 30% of our users were affected.',
      'password=a1b2c3d4e5',
      '',
    ],
  },
  blankLine: { pattern: /^$/gm, texts: ['\n', 'Text.', '---', '===', '2024-05-11', '## Action Items', '- '] },
  lineEnding: { pattern: /\r\n|\n|\r/g, texts: ['\n', '\r\n', '\r', '\n\n', '\n\n\n', ' ', ''] },
  word: { pattern: /[A-Za-z]{3,}/g, texts: ['time', 'Timeline', 'resolved', 'a *b*', '😀', 'Ⅷ', ''] },
  beginning: { pattern: /^/g, texts: ['---\n', '# Postmortem\n\n', '\uFEFF', '\n', 'x'] },
  end: { pattern: /$/g, texts: ['\n', '\n## Timeline\n', '- 15:59 - Over.\n', '```\n', 'x', '\r'] },
} satisfies Readonly<Record<string, Construct>>

export type ConstructName = keyof typeof constructs

interface Place {
  readonly start: number
  readonly end: number
}

/** What a writer does to a construct. */
const doings = {
  turnInto: ({ start, end }, { construct, text }) => ({ start, end, text: textOf(construct, text) }),
  putBefore: ({ start }, { construct, text }) => ({ start, end: start, text: textOf(construct, text) }),
  remove: ({ start, end }) => ({ start, end, text: '' }),
  type: (place, { at, letter }) => ({ start: inside(place, at), end: inside(place, at), text: letter }),
  erase: (place, { at }) => ({ start: inside(place, at), end: inside(place, at) + 1, text: '' }),
  removeLine: ({ start }, _, document) => ({ ...lineAt(start, document), text: '' }),
  repeatLine: ({ start }, _, document) => {
    const line = lineAt(start, document)
    return { start: line.start, end: line.start, text: document.slice(line.start, line.end) }
  },
} satisfies Readonly<Record<string, (place: Place, edit: ConstructEdit, document: string) => TextChange>>

/** An edit of the nth place where the text has the construct; a text without it is edited somewhere. */
export interface ConstructEdit {
  readonly construct: ConstructName
  readonly nth: number
  readonly doing: keyof typeof doings
  /** Where in the construct a letter is typed or erased, as a share of its length. */
  readonly at: number
  readonly letter: string
  /** Which of the construct's texts is inserted. */
  readonly text: number
}

/** All of the text is selected, and another is pasted. */
interface Replacement {
  readonly all: string
}

/** `everything` sends the whole text again, as some editors do. */
export type Edit = ConstructEdit | Replacement | TextChange | 'undo' | 'everything'

const letters = [...'aex1 .,:-|*`#>[]()<!{}@', '\n', '\r', '\r\n', '\t', '😀']

const constructEdit: fc.Arbitrary<ConstructEdit> = fc.record({
  construct: fc.constantFrom(...(Object.keys(constructs) as ConstructName[])),
  nth: fc.nat(99),
  doing: fc.constantFrom(...(Object.keys(doings) as ConstructEdit['doing'][]), 'type'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  letter: fc.constantFrom(...letters),
  text: fc.nat(99),
})

/** Without another text now and then, most of a text that is edited long enough ends up in a code block. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 64, arbitrary: constructEdit },
  { weight: 12, arbitrary: fc.constant('undo' as const) },
  { weight: 4, arbitrary: fc.constant('everything' as const) },
  { weight: 1, arbitrary: anyReport.map((all) => ({ all })) },
)

/** The change that an edit makes to a document. */
export function changeOf(edit: ConstructEdit, document: string): TextChange {
  const { start, end, text } = doings[edit.doing](placeOf(edit, document), edit, document)
  return { start: outsideOfPairs(start, document), end: outsideOfPairs(end, document), text }
}

function textOf(construct: ConstructName, index: number): string {
  const { texts } = constructs[construct]
  return texts[index % texts.length]!
}

function placeOf({ construct, nth, at }: ConstructEdit, document: string): Place {
  const places = [...document.matchAll(constructs[construct].pattern)]
  const place = places[nth % places.length]
  if (place !== undefined) return { start: place.index, end: place.index + place[0].length }
  const anywhere = Math.floor(at * document.length)
  return { start: anywhere, end: anywhere }
}

function inside({ start, end }: Place, at: number): number {
  return start + Math.floor(at * (end - start))
}

function lineAt(offset: number, document: string): Place {
  const before = document.slice(0, offset)
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  const ending = /\r\n?|\n/g
  ending.lastIndex = offset
  return { start, end: ending.test(document) ? ending.lastIndex : document.length }
}

/** Editors never split a surrogate pair or a CRLF. */
function outsideOfPairs(offset: number, document: string): number {
  const isInside = /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(document.slice(offset - 1, offset + 1))
  return offset > 0 && isInside ? offset - 1 : Math.min(offset, document.length)
}
