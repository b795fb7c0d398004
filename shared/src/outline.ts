import type { Position, Range } from './position.ts'

export interface Outline {
  /** The name of the template that is in force. */
  readonly template: string
  /** In the document's order, each missing section where it would go. */
  readonly sections: readonly OutlineSection[]
}

export interface OutlineSection {
  readonly kind: 'section'
  /** Of the template's section; two sections of one report may share it. */
  readonly id: string
  readonly title: string
  readonly state: 'complete' | 'incomplete' | 'empty' | 'missing'
  readonly words: number
  /** How many placeholders are left in it. */
  readonly unfilled: number
  /** Where its title stands; `null` where it is missing. */
  readonly range: Range | null
  /** Where it can be moved to. */
  readonly moves: readonly SectionMove[]
  readonly children: readonly OutlineChild[]
}

/** Past the section before it or behind it, or to where the template has it. */
export type SectionMove = 'up' | 'down' | 'to-its-place'

/** A child stands at its position, and goes as far as the next one. */
export type OutlineChild = OutlineField | OutlineEntry | OutlineTask | OutlineGap

/** What the report states, under a label or in a sentence. */
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
  /** Its time as written; `null` for an entry without one. */
  readonly label: string | null
  readonly text: string
  /** Since the start: `+00:45`. */
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

/** Something that the template asks for and the section does not say. */
export interface OutlineGap {
  readonly kind: 'gap'
  /** The title of the fix that inserts it, by which the client asks for its edit. */
  readonly title: string
  readonly position: Position
}

/** Client to server: the edit of the fix with this title, which stands in the outline. */
export namespace FillGapRequest {
  export const method = 'postmortem/fillGap'

  export interface Params {
    readonly uri: string
    readonly title: string
  }
}

/** Client to server: the edits that move a section with everything below its title. */
export namespace MoveSectionRequest {
  export const method = 'postmortem/moveSection'

  export interface Params {
    readonly uri: string
    /** Where its title stands. */
    readonly title: Position
    /** A position is where the title of another section stands, whose place it takes. */
    readonly to: SectionMove | Position
  }

  /** `null`: there is no such section. */
  export type Result =
    | {
        readonly kind: 'moved'
        /** The edits are for exactly this version of the document. */
        readonly version: number
        readonly edits: readonly { readonly range: Range; readonly text: string }[]
        /** The lines that move, as they stand in this version. */
        readonly from: Range
        /** Where they begin when the edits are made. */
        readonly to: Position
      }
    /** A sentence for the writer. */
    | { readonly kind: 'refused'; readonly reason: string }
    | null
}
