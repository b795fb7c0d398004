import type { Position, Range } from './position.ts'

/** Server to client, after a document was opened, edited or reconfigured, if its outline changed. */
export namespace OutlineNotification {
  export const method = 'postmortem/outline'

  export interface Params {
    readonly uri: string
    readonly version: number
    /** Null if the document is not a postmortem. */
    readonly outline: Outline | null
  }
}

export interface Outline {
  /** The name of the template in force. */
  readonly template: string
  /** The severity and the status, as far as the report states them. */
  readonly headline: readonly string[]
  /** In document order; each missing section is where it would go. */
  readonly sections: readonly OutlineSection[]
}

export interface OutlineSection {
  readonly kind: 'section'
  /** The id of the template's section; two sections of one report may share it. */
  readonly id: string
  readonly title: string
  readonly state: 'complete' | 'incomplete' | 'empty' | 'missing'
  readonly words: number
  /** The number of placeholders that are left in the section. */
  readonly unfilled: number
  /** The range of the section's title; null if the section is missing. */
  readonly range: Range | null
  readonly moves: readonly SectionMove[]
  readonly children: readonly OutlineChild[]
}

/** `up` and `down` move a section past its neighbour, `to-its-place` to where the template has it. */
export type SectionMove = 'up' | 'down' | 'to-its-place'

/** A child begins at its position and extends to the next one. */
export type OutlineChild = OutlineField | OutlineEntry | OutlineTask | OutlineGap

/** A fact that the report states, under a label or in a sentence. */
export interface OutlineField {
  readonly kind: 'field'
  readonly field:
    | 'start'
    | 'end'
    | 'duration'
    | 'timeZone'
    | 'impact'
    | 'affected'
    | 'rootCause'
    | 'resolution'
  readonly value: string
  readonly position: Position
}

/** An event of the timeline. */
export interface OutlineEntry {
  readonly kind: 'entry'
  /** The entry's time as written; null for an entry without one. */
  readonly label: string | null
  readonly text: string
  /** The time since the start, such as `+00:45`. */
  readonly elapsed: string | null
  readonly position: Position
}

export interface OutlineTask {
  readonly kind: 'task'
  readonly text: string
  readonly done: boolean
  readonly owner: string | null
  readonly due: string | null
  readonly position: Position
}

/** A fact that the template asks for and the section does not state. */
export interface OutlineGap {
  readonly kind: 'gap'
  /** The title of the fix that fills the gap; `FillGapRequest` identifies the gap by it. */
  readonly title: string
  readonly position: Position
}

/** Client to server: asks for the edit that fills a gap of the outline. */
export namespace FillGapRequest {
  export const method = 'postmortem/fillGap'

  export interface Params {
    readonly uri: string
    readonly title: string
  }
}

/** Client to server: asks for the edits that move a section with everything below its title. */
export namespace MoveSectionRequest {
  export const method = 'postmortem/moveSection'

  export interface Params {
    readonly uri: string
    /** The start of the section's title. */
    readonly title: Position
    /** A position is the start of another section's title; the section moves to that section's place. */
    readonly to: SectionMove | Position
  }

  /** Null if there is no such section. */
  export type Result =
    | {
        readonly kind: 'moved'
        /** The edits are for exactly this version of the document. */
        readonly version: number
        readonly edits: readonly { readonly range: Range; readonly text: string }[]
        /** The lines that move, in this version. */
        readonly from: Range
        /** The start of those lines once the edits are applied. */
        readonly to: Position
      }
    /** A sentence for the writer. */
    | { readonly kind: 'refused'; readonly reason: string }
    | null
}
