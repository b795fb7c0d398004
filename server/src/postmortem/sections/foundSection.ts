import type { Mark } from '../blocks/marks.ts'
import type { SectionId } from '../vocabulary/vocabulary.ts'

/** A mark that has been classified. */
export interface Label {
  readonly mark: Mark
  readonly lineIndex: number
  /** The section around it; for the title of a section, that section. */
  readonly section: FoundSection | null
  readonly isTitle: boolean
}

export interface FoundSection {
  ids: readonly SectionId[]
  readonly mark: Mark
  readonly rank: number
  readonly firstLine: number
  /** The first line that is not part of it. */
  endLine: number
  /** The section around it: a summary that lists all sections is the parent of its `Root Cause`. */
  readonly parent: FoundSection | null
}

export interface Structure {
  readonly sections: readonly FoundSection[]
  /** All marks, in reading order. */
  readonly labels: readonly Label[]
}
