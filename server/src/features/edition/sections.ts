import type { Report } from '../../postmortem/report.ts'
import type { TemplateSection } from '../../templates/template.ts'
import type { Cut } from './cut.ts'

/** The sections that outside readers are told about unless the template says otherwise. */
const publicSections: ReadonlySet<string> = new Set([
  'summary',
  'what-happened',
  'background',
  'duration',
  'impact',
  'detection',
  'trigger',
  'root-cause',
  'root-cause-and-resolution',
  'contributing',
  'resolution',
  'timeline',
  'corrective',
  'actions',
  'improvements',
  'conclusion',
])

/** Front matter, comments, the sections that are not public, and those under headings that nobody knows. */
export function findInternalParts(
  report: Report,
  text: string,
  marks: readonly Pick<TemplateSection, 'id' | 'audience'>[],
): readonly Cut[] {
  return [
    ...findFrontMatter(text),
    ...findComments(report, text),
    ...findSections(report, marks),
    ...findUnknown(report, text),
  ]
}

function findFrontMatter(text: string): readonly Cut[] {
  const [source] =
    /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)[\s\S]{0,16384}?(?:\r\n|\n|\r)\1[ \t]{0,20}(?:\r\n|\n|\r|$)/.exec(
      text,
    ) ?? []
  if (source === undefined) return []
  return [
    {
      start: 0,
      end: source.length,
      replacement: '',
      leftOut: { kind: 'front matter', text: 'front matter' },
    },
  ]
}

function findComments({ markup }: Report, text: string): readonly Cut[] {
  const cuts: Cut[] = []
  let end = 0
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', end)) {
    const isCode = markup.code.some((code) => code.start <= start && start < code.end)
    end = isCode ? start + '<!--'.length : findCommentEnd(text, start)
    if (isCode) continue
    const shown = text.slice(start, end).replace(/\s+/g, ' ').slice(0, 60)
    cuts.push({ start, end, replacement: '', leftOut: { kind: 'comment', text: shown } })
  }
  return cuts
}

/** That of the text if nothing ends the comment. */
function findCommentEnd(text: string, start: number): number {
  const at = text.indexOf('-->', start + '<!--'.length)
  return at === -1 ? text.length : at + '-->'.length
}

function findSections(
  { sections }: Report,
  marks: readonly Pick<TemplateSection, 'id' | 'audience'>[],
): readonly Cut[] {
  const isPublic = (id: string) => {
    const mark = marks.find((each) => each.id === id)?.audience
    return mark === undefined ? publicSections.has(id) : mark === 'public'
  }
  // One title may name two sections; the text of both is public only if both are.
  return sections.flatMap(({ id, title, start, end }): Cut[] =>
    isPublic(id) ? [] : [{ start, end, replacement: '', leftOut: { kind: 'section', text: title.text } }],
  )
}

/** A heading that is neither the title nor in a section, with everything up to the next section or such heading. */
function findUnknown({ lines, sections, title }: Report, text: string): readonly Cut[] {
  const starts = sections.map(({ start }) => start)
  const foreign = lines.filter((placed) => {
    const { start } = placed.range
    const isInside = sections.some((section) => section.start <= start && start < section.end)
    const isTitle = title !== null && start <= title.start && title.start < placed.range.end + 1
    return placed.line.heading !== null && placed.line.text.trim() !== '' && !isInside && !isTitle
  })
  const headings = foreign.map((placed) => placed.range.start)
  return foreign.map((placed): Cut => {
    const { start } = placed.range
    const next = [...starts, ...headings].filter((each) => each > start)
    const end = Math.min(text.length, ...next)
    return { start, end, replacement: '', leftOut: { kind: 'section', text: placed.line.text.trim() } }
  })
}
