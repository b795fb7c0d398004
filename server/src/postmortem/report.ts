import type { Style } from '../templates/style.ts'
import type { Template, TemplateSection } from '../templates/template.ts'
import type { OpenFence } from './blocks/openFence.ts'
import type { Piece } from './blocks/pieces.ts'
import type { PlacedLine } from './blocks/placedLine.ts'
import type { PlacedMarkup } from './blocks/placedMarkup.ts'
import type { Suppression } from './blocks/suppressions.ts'
import type { Telling } from './fields/tellings.ts'
import type { Passage, Range } from './lines/passage.ts'
import type { Source } from './lines/sourceLine.ts'
import type { Recognition } from './sections/recognition.ts'
import type { Section } from './sections/section.ts'
import type { ActionItem } from './tasks/actionItem.ts'
import type { Corrective } from './tasks/corrective.ts'
import type { Metrics } from './times/milestones.ts'
import type { Fields } from './times/readFields.ts'
import type { Timeline } from './times/readTimeline.ts'

/** What was understood of a document: immutable, and all that rules and features look at. */
export interface Report {
  readonly recognition: Recognition
  readonly template: Template
  readonly title: Passage | null
  /** What stands before the first section: the title, and perhaps some text. */
  readonly head: Piece
  /** The part of the file that is the report; a file may hold other text around it. */
  readonly region: Range
  readonly words: number
  /** In the order in which they stand in the document. */
  readonly sections: readonly Section[]
  /** Required by the template and not there, in the template's order. */
  readonly missing: readonly TemplateSection[]
  readonly fields: Fields
  readonly timeline: Timeline
  readonly corrective: Corrective
  /** The tasks of the report, in reading order. */
  readonly actionItems: readonly ActionItem[]
  /** What a template left behind for the author to fill in. */
  readonly placeholders: readonly Passage[]
  readonly metrics: Metrics
  /** The lines of the region, for what is found in any line: links, secrets, phrases. */
  readonly lines: readonly PlacedLine[]
  /** Links, code, checkboxes and what is disclosed, in the whole document. */
  readonly markup: PlacedMarkup
  /** Where the impact and the cause are told. */
  readonly tellings: readonly Telling[]
  readonly style: Style
  /** The comments by which the author tells rules to keep quiet. */
  readonly suppressions: readonly Suppression[]
  readonly openFence: OpenFence | null
  /** The lines between the fences of the front matter, with their line endings. */
  readonly frontMatter: Passage | null
  /** The source of the document, for a fix that moves a part of it or writes in its manner; rules search nothing in it. */
  readonly source: Source
}
