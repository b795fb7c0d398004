import type { Edit, Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'

/**
 * Names another report as related, where the report already names some or in its front matter. Null if it has neither,
 * or if the front matter says it in a way that cannot be added to.
 */
export function nameRelated({ profile, frontMatter, style }: Report, link: string): Edit | null {
  if (frontMatter !== null) return nameInFrontMatter(frontMatter, link, style.lineEnding)
  const last = profile.related.findLast(({ source }) => source === 'label')
  return last === undefined ? null : insertAt(last.end, `, ${link}`)
}

function nameInFrontMatter({ text, start, end }: Passage, link: string, newline: string): Edit | null {
  const value = plain.test(link) ? link : JSON.stringify(link)
  const key = relatedKey.exec(text)
  if (key === null) return insertAt(end, `related: [${value}]${newline}`)
  const at = key.index + key[0].length
  const rest = text.slice(at)
  const flow = /^\[([^[\]\r\n]*)\][ \t]*(?=[\r\n]|$)/.exec(rest)
  if (flow?.[1] !== undefined) {
    const items = flow[1].trimEnd()
    return insertAt(start + at + 1 + items.length, items === '' ? value : `, ${value}`)
  }
  const block = /^(?:\r\n?|\n)(?:([ \t]{0,20})- [^\r\n]{0,400}(?:\r\n?|\n)){1,50}/.exec(rest)
  if (block !== null) return insertAt(start + at + block[0].length, `${block[1]}- ${value}${newline}`)
  const single = /^([\w./#-]+)[ \t]*(?=[\r\n]|$)/.exec(rest)?.[1]
  if (single === undefined) return null
  return { start: start + at, end: start + at + single.length, text: `[${single}, ${value}]` }
}

const relatedKey = /^(?: {2})?related[ \t]*:[ \t]*/m

/** What needs no quotation marks in YAML. */
const plain = /^(?:\.{1,2}\/)*\w[\w./-]*$/

function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text }
}
