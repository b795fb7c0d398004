import type { SentencePart } from '../../messages/sentence.ts'
import type { Edit, Range } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'

export interface MermaidAction {
  readonly title: SentencePart
  readonly edit: Edit
}

interface Wording {
  /** A comment in the diagram, by which it is found again. */
  readonly mark: string
  readonly insert: SentencePart
  readonly update: SentencePart
}

/** Inserts a diagram at the end of the section, or updates the one that is there; null if that is the same. */
export function placeMermaid(
  diagram: string,
  section: Section,
  report: Report,
  { mark, insert, update }: Wording,
): MermaidAction | null {
  const line = report.style.lineEnding
  const block = ['```mermaid', ...diagram.trimEnd().split('\n'), '```'].join(line)
  const older = findDiagram(report, section, mark)
  if (older === null) return { title: insert, edit: insertAfter(section, block, line) }
  if (report.source.slice(older.start, older.end) === block) return null
  return { title: update, edit: { ...older, text: block } }
}

/** A long fence is split into several consecutive stretches. */
function findDiagram({ markup, source }: Report, section: Section, mark: string): Range | null {
  const stretches = markup.code.filter(({ start, end }) => section.start <= start && end <= section.end)
  const first = stretches.findIndex(({ start, end }) => source.slice(start, end).includes(mark))
  const start = stretches[first]?.start
  const last = stretches.slice(first).find(({ end }) => source.slice(end - 3, end) === '```')
  return start === undefined || last === undefined ? null : { start, end: last.end }
}

function insertAfter({ next, follows, unclosed }: Section, block: string, line: string): Edit {
  const closing = unclosed === null ? '' : unclosed + line
  const before = (follows === 'nothing' ? line : '') + closing + line
  const after = follows === 'text' ? line + line : follows === 'blank' ? line : ''
  return { start: next, end: next, text: before + block + after }
}
