import type { Range } from './position.ts'

/** Client to server: asks for the edits that sort the timeline chronologically. */
export namespace SortTimelineRequest {
  export const method = 'postmortem/sortTimeline'

  export interface Params {
    readonly uri: string
  }

  /** Null if the document is not a postmortem. */
  export type Result = TimelineChange | null
}

/**
 * Client to server: asks for the edits that write the report's times in another zone without changing any
 * instant.
 */
export namespace ConvertTimeZoneRequest {
  export const method = 'postmortem/convertTimeZone'

  export interface Params {
    readonly uri: string
    /** As a writer names it, such as `UTC`, `EAT`, `UTC+5:30` or `Europe/Paris`. */
    readonly zone: string
  }

  /** Null if the document is not a postmortem. */
  export type Result = TimelineChange | null
}

/** Client to server: asks for the zones that the report names, for the writer to choose from. */
export namespace TimeZonesRequest {
  export const method = 'postmortem/timeZones'

  export interface Params {
    readonly uri: string
  }

  export type Result = readonly string[]
}

export type TimelineChange =
  | {
      readonly kind: 'changed'
      /** The edits are for exactly this version of the document; there are none if nothing has to change. */
      readonly version: number
      readonly edits: readonly { readonly range: Range; readonly text: string }[]
      /** Times whose meaning or place is not certain. They were left as they are. */
      readonly left: readonly Range[]
    }
  | {
      readonly kind: 'refused'
      /** A sentence for the writer. */
      readonly reason: string
      readonly version: number
      /** The entry or the time in doubt, in this version; null if there is none. */
      readonly range: Range | null
    }

/** Client to server: asks for the pictures of the incident: its timeline and its causes. */
export namespace PicturesRequest {
  export const method = 'postmortem/pictures'

  export interface Params {
    readonly uri: string
  }

  /** HTML for a page with `media/pictures.css` and `media/pictures.js`; null if there is nothing to draw. */
  export type Result = string | null
}
