import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'
import type { Label, Structure } from '../sections/foundSection.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'
import { labelsOf, linesOf, readValue, type ValueLine, valuePassage } from './labelValues.ts'
import { sectionsAfterTheIncident } from './prose.ts'

/** A place where the report states its impact or cause: a section, or a label with its value. */
export interface Statement {
  readonly subject: 'impact' | 'cause'
  /** The title or the label. */
  readonly label: Passage
  /** One passage per line; empty if the label has no value. */
  readonly passages: readonly Passage[]
  /** True in the summary, where one sentence is enough. */
  readonly brief: boolean
  /** True below a heading that names the subject. */
  readonly titled: boolean
}

const concepts: readonly (readonly [Statement['subject'], readonly ConceptId[]])[] = [
  ['impact', ['impact', 'affected']],
  ['cause', ['root-cause', 'root-cause-and-resolution']],
]

const excludedSections: readonly SectionId[] = ['timeline', ...sectionsAfterTheIncident]

/** A cap for generated documents: no real report has as many labels for one thing. */
const maxLabels = 20

/** First those about the impact, then those about the cause, each in reading order. */
export function findStatements(lines: readonly PlacedLine[], structure: Structure): readonly Statement[] {
  return concepts.flatMap(([subject, ids]) =>
    labelsOf(structure, ids, excludedSections)
      .slice(0, maxLabels)
      .flatMap((label): Statement[] => {
        const placed = lines[label.lineIndex]
        if (placed === undefined || (label.isTitle && isSplitByLabels(label, subject, structure))) return []
        return [
          {
            subject,
            label: placed.passage(label.mark.start, label.mark.end),
            passages: readStatement(label, lines, structure).map(valuePassage),
            brief: !label.isTitle && (label.section?.ids.includes('summary') ?? false),
            titled: isTitled(label, ids),
          },
        ]
      }),
  )
}

function isTitled({ section }: Label, ids: readonly ConceptId[]): boolean {
  return section !== null && section.mark.form === 'heading' && section.ids.some((id) => ids.includes(id))
}

/** A title for cause and resolution adds nothing when labels below it mark each of the two. */
function isSplitByLabels(title: Label, subject: Statement['subject'], structure: Structure): boolean {
  const ids = concepts.find(([name]) => name === subject)?.[1] ?? []
  return structure.labels.some(
    (label) =>
      !label.isTitle && label.section === title.section && label.mark.ids.some((id) => ids.includes(id)),
  )
}

function readStatement(
  label: Label,
  lines: readonly PlacedLine[],
  structure: Structure,
): readonly ValueLine[] {
  const { section } = label
  if (!label.isTitle || section === null) return readValue(label, lines).filter(hasText)
  const own = structure.labels.filter((each) => each.section === section && !each.isTitle)
  const resolution = own.find((each) => each.mark.ids.includes('resolution'))?.lineIndex ?? lines.length
  return linesOf(lines, { ...structure, sections: [section] }, section.ids).filter(
    (value) => hasText(value) && value.lineIndex < resolution && value.placed.line.heading === null,
  )
}

function hasText({ placed: { line }, start, end }: ValueLine): boolean {
  return line.kind !== 'code' && line.text.slice(start, end).trim() !== ''
}
