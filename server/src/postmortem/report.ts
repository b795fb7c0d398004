import type { Style } from '../templates/style.ts'
import type { Template, TemplateSection } from '../templates/template.ts'
import type { Enclosure } from './blocks/enclosure.ts'
import type { OpenFence } from './blocks/openFence.ts'
import type { Piece } from './blocks/pieces.ts'
import type { PlacedLine } from './blocks/placedLine.ts'
import type { PlacedMarkup } from './blocks/placedMarkup.ts'
import type { Suppression } from './blocks/suppressions.ts'
import type { Profile } from './fields/profile.ts'
import type { Statement } from './fields/statements.ts'
import type { Passage, Range } from './lines/passage.ts'
import type { Source } from './lines/sourceLine.ts'
import type { Recognition } from './sections/recognition.ts'
import type { Section } from './sections/section.ts'
import type { Yardstick } from './sections/yardstick.ts'
import type { ActionItem } from './tasks/actionItem.ts'
import type { Corrective } from './tasks/corrective.ts'
import type { Metrics } from './times/milestones.ts'
import type { Fields } from './times/readFields.ts'
import type { Timeline } from './times/readTimeline.ts'

/**
 * What was understood of a document, and the only input of rules and features. Nobody changes it, but what it says moves
 * with the text, so it is about the present text: after an edit, the report is asked for again.
 */
export interface Report {
  readonly recognition: Recognition
  readonly yardstick: Yardstick
  /** The template of the yardstick. */
  readonly template: Template
  readonly title: Passage | null
  readonly profile: Profile
  /** The part before the first section: the title, and perhaps some text. */
  readonly head: Piece
  /** The part of the file that is the report; a file may hold other text around it. */
  readonly region: Range
  readonly words: number
  /** In document order. */
  readonly sections: readonly Section[]
  /** The sections that the report should have and lacks, in the template's order. */
  readonly missing: readonly TemplateSection[]
  readonly fields: Fields
  readonly timeline: Timeline
  readonly corrective: Corrective
  /** In reading order. */
  readonly actionItems: readonly ActionItem[]
  /** Template text that the author has yet to fill in. */
  readonly placeholders: readonly Passage[]
  readonly metrics: Metrics
  /** The lines of the region. */
  readonly lines: readonly PlacedLine[]
  /** Links, code, checkboxes and disclosures of the whole document, not only of the region. */
  readonly markup: PlacedMarkup
  /** The places that state the impact or the cause. */
  readonly statements: readonly Statement[]
  readonly style: Style
  readonly suppressions: readonly Suppression[]
  readonly openFence: OpenFence | null
  /** The code block or quotation that the whole report is in. */
  readonly enclosure: Enclosure | null
  /** In a report on several incidents, the report on each; else empty. */
  readonly incidents: readonly Report[]
  /** True for the report on one of several incidents. */
  readonly isPart: boolean
  /** The lines between the fences of the front matter, with their line endings. */
  readonly frontMatter: Passage | null
  /** For fixes that move or imitate a part of the source. Rules must not search it. */
  readonly source: Source
}
