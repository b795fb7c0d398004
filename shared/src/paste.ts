import type { Range } from './position.ts'

/** Client to server, when text is pasted: asks for the same text as entries of the timeline. */
export namespace PasteTimelineRequest {
  export const method = 'postmortem/pasteTimeline'

  export interface Params {
    readonly uri: string
    readonly text: string
    /** The range that the text would replace. */
    readonly selection: Range
    /** `report`: if the selection is outside the timeline, the entries go to their place in time. */
    readonly within: 'timeline' | 'report'
    /** In milliseconds since 1970. Times in the text may be relative, such as an age. */
    readonly now: number
    /** The IANA name of the zone in which the writer's chat shows times. */
    readonly readerZone: string
  }

  /** Valid for exactly this version of the document; null if the text cannot become entries there. */
  export type Result = {
    readonly version: number
    readonly range: Range
    readonly text: string
    /**
     * Whether the entries follow those around them in time. If that is unknown because some of those have no certain
     * time, the entries are at the end.
     */
    readonly order: 'kept' | 'broken' | 'unknown'
  } | null
}
