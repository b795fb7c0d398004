import { type PlacedLine, passage } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'
import type { Label, Structure } from '../sections/structure.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'
import { afterwards } from './fields.ts'
import { labelsOf, linesOf, readValue, type ValueLine, valuePassage } from './labelValues.ts'

/** A place at which the report tells one thing: a section, or a label and what stands behind it. */
export interface Telling {
  readonly what: 'impact' | 'cause'
  /** The title or the label. */
  readonly label: Passage
  /** What is told, a passage a line; none where nothing stands behind the label. */
  readonly told: readonly Passage[]
  /** In the summary, where one sentence is enough. */
  readonly brief: boolean
}

const concepts: readonly (readonly [Telling['what'], readonly ConceptId[]])[] = [
  ['impact', ['impact', 'affected']],
  ['cause', ['root-cause', 'root-cause-and-resolution']],
]

/** What is planned or learned tells of other impacts and other causes. */
const elsewhere: readonly SectionId[] = ['timeline', ...afterwards]

/** No report tells a thing more often; what is generated without end must not be read without end. */
const mostLabels = 20

/** In reading order, for each thing. */
export function findTellings(lines: readonly PlacedLine[], structure: Structure): readonly Telling[] {
  return concepts.flatMap(([what, ids]) =>
    labelsOf(structure, ids, elsewhere)
      .slice(0, mostLabels)
      .flatMap((label): Telling[] => {
        const placed = lines[label.lineIndex]
        if (placed === undefined || (label.isTitle && holdsOther(label, what, structure))) return []
        return [
          {
            what,
            label: passage(placed, label.mark.start, label.mark.end),
            told: toldBy(label, lines, structure).map(valuePassage),
            brief: !label.isTitle && (label.section?.ids.includes('summary') ?? false),
          },
        ]
      }),
  )
}

/** A title for cause and resolution says nothing of its own where each has a label below it. */
function holdsOther(title: Label, what: Telling['what'], structure: Structure): boolean {
  const ids = concepts.find(([name]) => name === what)?.[1] ?? []
  return structure.labels.some(
    (label) =>
      !label.isTitle && label.section === title.section && label.mark.ids.some((id) => ids.includes(id)),
  )
}

function toldBy(label: Label, lines: readonly PlacedLine[], structure: Structure): readonly ValueLine[] {
  const { section } = label
  if (!label.isTitle || section === null) return readValue(label, lines).filter(isTold)
  const own = structure.labels.filter((each) => each.section === section && !each.isTitle)
  const resolution = own.find((each) => each.mark.ids.includes('resolution'))?.lineIndex ?? lines.length
  return linesOf({ ...structure, sections: [section] }, lines, section.ids).filter(
    (value) => isTold(value) && value.lineIndex < resolution && value.placed.line.heading === null,
  )
}

function isTold({ placed: { line }, start, end }: ValueLine): boolean {
  return line.kind !== 'code' && line.text.slice(start, end).trim() !== ''
}
