import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { type Edit, isWithin } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { linesWhere } from './support/linesWhere.ts'

/** `[text](address)` without the parentheses, with a space between the parts, or with brackets swapped. */
const malformed =
  /(?<![!\]\w])(?:\[(?<text>[^[\]]{1,100})\]\s{1,3}(?:(?<bare>https?:\/\/[^\s()<>[\]"'`]{4,500})|\((?<round>https?:\/\/[^\s()<>[\]"'`]{4,500})\))|\((?<swapped>[^()]{1,100})\)\[(?<square>https?:\/\/[^\s()<>[\]"'`]{4,500})\])/g
const imageAddress = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[?#]|$)/i

export const imageMalformed: Rule = {
  id: 'image-malformed',
  summary: 'Images and links are written in valid Markdown.',
  explanation: prose`
    An image is written as \`![text](address)\`, a link as \`[text](address)\`. With a space between the two
    parts, without the parentheses, or with brackets and parentheses swapped, readers see an address in
    brackets instead.

    Numbered references such as \`[1] https://…\` and labels in capitals, as in logs, are left alone unless
    the address is that of an image.

    The fix writes an image if the address is that of an image, and a link otherwise.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow pages

          ![Response time](https://shop.dev/time.png) and [the query](https://shop.dev/query).
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: slow pages

          [1] https://shop.dev/query

          [WARN] https://shop.dev/query took 4 s

          \`[text] https://shop.dev/a.png\`
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow pages

          [Response time] https://shop.dev/time.png
        `,
        messages: ['This does not render as an image. Write it as "![text](address)".'],
      },
      {
        text: markdown`
          # Postmortem: slow pages

          See [the query] (https://shop.dev/query) and (the fix)[https://shop.dev/fix].
        `,
        messages: [
          'This does not render as a link. Write it as "[text](address)".',
          'This does not render as a link. Write it as "[text](address)".',
        ],
      },
    ],
  },
  check: (report: Report) => linesWithAddresses(report).flatMap((placed) => checkLine(placed, report)),
}

const linesWithAddresses = linesWhere(
  ({ kind, text }) => kind !== 'code' && kind !== 'meta' && text.includes('://') && /[[(]/.test(text),
)

function checkLine(placed: PlacedLine, report: Report): readonly Problem[] {
  return [...placed.line.text.matchAll(malformed)].flatMap((match): Problem[] => {
    const { text, bare, round, swapped, square } = match.groups ?? {}
    const label = text ?? swapped ?? ''
    const address = (bare?.replace(/(?<![.,;:!?])[.,;:!?]+$/, '') ?? round ?? square) as string
    const isImage = imageAddress.test(address)
    if (!/\p{L}{2}/u.test(label) || (!isImage && !/\p{Ll}/u.test(label))) return []
    const end = match.index + match[0].length - (bare === undefined ? 0 : bare.length - address.length)
    const range = placed.passage(match.index, end)
    if (isWithin(range.start, report.markup.code)) return []
    const message = isImage
      ? sentence`This does not render as an image. Write it as "![text](address)".`
      : sentence`This does not render as a link. Write it as "[text](address)".`
    const edits = repair(placed, match.index, {
      label,
      address,
      isSwapped: swapped !== undefined,
      isBare: bare !== undefined,
      end,
    })
    const mark: Edit = { start: range.start, end: range.start, text: '!' }
    return [
      {
        message,
        range: { start: range.start, end: range.end },
        fixes: [
          {
            title: isImage ? sentence`Write it as an image` : sentence`Write it as a link`,
            preferred: true,
            safe: isImage,
            edits: isImage ? [mark, ...edits] : edits,
          },
        ],
      },
    ]
  })
}

interface MalformedLink {
  readonly label: string
  readonly address: string
  readonly isSwapped: boolean
  readonly isBare: boolean
  readonly end: number
}

function repair(placed: PlacedLine, start: number, link: MalformedLink): readonly Edit[] {
  const { label, address, isSwapped, isBare, end } = link
  const replace = (from: number, to: number, text: string): Edit => {
    const first = placed.passage(from, from + 1).start
    return { start: first, end: from === to ? first : placed.passage(to - 1, to).end, text }
  }
  const afterLabel = start + label.length + 2
  if (isSwapped) {
    return [
      replace(start, start + 1, '['),
      replace(afterLabel - 1, afterLabel + 1, ']('),
      replace(end - 1, end, ')'),
    ]
  }
  const addressStart = end - address.length - (isBare ? 0 : 1)
  const gap = {
    start: placed.passage(afterLabel - 1, afterLabel).end,
    end: placed.passage(addressStart, end).start,
  }
  if (!isBare) return [{ start: gap.start, end: gap.end - 1, text: '' }]
  const last = placed.passage(addressStart, end).end
  return [
    { ...gap, text: '(' },
    { start: last, end: last, text: ')' },
  ]
}
