import type { Range } from './position.ts'

/** Client to server: what a text from elsewhere is as entries of the timeline. */
export namespace PasteTimelineRequest {
  export const method = 'postmortem/pasteTimeline'

  export interface Params {
    readonly uri: string
    readonly text: string
    /** What the text would replace. */
    readonly selection: Range
    /** `report`: for a selection elsewhere, the entries go to the end of the timeline. */
    readonly within: 'timeline' | 'report'
    /** In milliseconds since 1970: events may tell their age. */
    readonly now: number
    /** The IANA name of the zone in which the writer's chat shows times. */
    readonly readerZone: string
  }

  /** Valid for exactly this version of the document; `null`: there is nothing to be made of the text there. */
  export type Result = { readonly version: number; readonly range: Range; readonly text: string } | null
}
