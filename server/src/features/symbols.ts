import { type SentencePart, sentence } from '../messages/sentence.ts'
import { countBelow } from '../postmortem/lines/offsets.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'

/** A section, a timeline entry or a task, for an editor's list of symbols. */
export interface ReportSymbol {
  readonly kind: 'section' | 'entry' | 'task'
  readonly name: string
  readonly detail: SentencePart
  readonly range: Range
  /** Selected when the symbol is chosen; lies within the range. */
  readonly selection: Range
  readonly children: readonly ReportSymbol[]
}

export function listSymbols(report: Report): readonly ReportSymbol[] {
  if (!report.recognition.postmortem) return []
  const leaves = [...findEntries(report), ...findTasks(report)].sort((a, b) => a.range.start - b.range.start)
  // A title that names two things makes two sections of one text, whose contents are listed only once.
  const taken = new Set<ReportSymbol>()
  const starts = leaves.map(({ range }) => range.start)
  return report.sections.map((section) => {
    const children = leaves
      .slice(countBelow(section.start, starts), countBelow(section.end + 1, starts))
      .filter((leaf) => !taken.has(leaf) && holds(section, leaf.range))
    for (const child of children) taken.add(child)
    return toSymbol(section, children)
  })
}

function toSymbol({ title, start, end, words }: Section, children: readonly ReportSymbol[]): ReportSymbol {
  return {
    kind: 'section',
    name: title.text,
    detail: words === 1 ? sentence`1 word` : sentence`${words} words`,
    range: { start, end },
    selection: { start: title.start, end: title.end },
    children,
  }
}

function findEntries({ timeline }: Report): readonly ReportSymbol[] {
  return timeline.entries.map(({ label, text, start, end }) => {
    const { start: from, end: to } = label ?? text
    return {
      kind: 'entry',
      name: label?.text ?? text.text,
      detail: label === null ? '' : text.text,
      range: { start, end },
      selection: { start: Math.max(from, start), end: Math.min(to, end) },
      children: [],
    }
  })
}

function findTasks({ actionItems }: Report): readonly ReportSymbol[] {
  return actionItems
    .filter(({ text }) => text.text !== '')
    .map(({ text, owner, start, end }) => ({
      kind: 'task',
      name: text.text,
      detail: owner?.text ?? '',
      range: { start, end },
      selection: { start: Math.max(text.start, start), end: Math.min(text.end, end) },
      children: [],
    }))
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
