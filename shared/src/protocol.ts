/**
 * What crosses the wire beyond the Language Server Protocol: one namespace a message.
 * Positions are LSP positions (zero-based lines, UTF-16 characters).
 */

import type { Outline } from './outline.ts'
import type { Position, Range } from './position.ts'

/** What our own client says when it starts the server. */
export interface InitializationOptions {
  /** Everything that the server says to a writer, by its English words; what is not in it is said in English. */
  readonly translations?: Readonly<Record<string, string>>
}

/** Server to client, after the document was opened, edited or its settings changed, if a count changed. */
export namespace WordCountNotification {
  export const method = 'postmortem/wordCount'

  export interface Params {
    readonly uri: string
    readonly version: number
    /** `null`: the document is not a postmortem, and nothing is to be shown. */
    readonly count: WordCount | null
  }
}

export interface WordCount {
  readonly words: number
  /** The length that the template asks for, if it asks for one. */
  readonly range: { readonly min: number; readonly max: number } | null
  readonly sections: readonly { readonly title: string; readonly words: number }[]
}

/** Server to client, with the word count and under the same condition: the sections of the report. */
export namespace OutlineNotification {
  export const method = 'postmortem/outline'

  export interface Params {
    readonly uri: string
    readonly version: number
    /** `null`: the document is not a postmortem. */
    readonly outline: Outline | null
  }
}

/** Client to server: the edit that inserts the named missing sections, or all of them. */
export namespace InsertSectionsRequest {
  export const method = 'postmortem/insertSections'

  export interface Params {
    readonly uri: string
    readonly sections: readonly string[] | 'all-missing'
  }

  /** `null`: there is nothing to insert. */
  export type Result = SnippetEdit | null
}

/** Valid for exactly this version of the document. */
export interface SnippetEdit {
  readonly version: number
  readonly edits: readonly { readonly range: Range; readonly snippet: string }[]
}

/** Client to server: the edits that bring the entries of the timeline into the order of time. */
export namespace SortTimelineRequest {
  export const method = 'postmortem/sortTimeline'

  export interface Params {
    readonly uri: string
  }

  /** `null`: the document is not a postmortem. */
  export type Result = TimelineChange | null
}

/** Client to server: the edits that write the times of the report in another zone, their instants unchanged. */
export namespace ConvertTimeZoneRequest {
  export const method = 'postmortem/convertTimeZone'

  export interface Params {
    readonly uri: string
    /** As a writer names it: `UTC`, `EAT`, `UTC+5:30`, `Europe/Paris`. */
    readonly zone: string
  }

  /** `null`: the document is not a postmortem. */
  export type Result = TimelineChange | null
}

/** Client to server: the zones that the report names, for the writer to choose from. */
export namespace TimeZonesRequest {
  export const method = 'postmortem/timeZones'

  export interface Params {
    readonly uri: string
  }

  export type Result = readonly string[]
}

/** Client to server: the incident of the report as a picture. */
export namespace TimelinePictureRequest {
  export const method = 'postmortem/timelinePicture'

  export interface Params {
    readonly uri: string
  }

  /** An SVG for a page with the style sheet `media/timeline.css`; `null`: there is nothing to be drawn. */
  export type Result = string | null
}

export type TimelineChange =
  | {
      readonly kind: 'changed'
      /** The edits are for exactly this version of the document; none where all is as it was asked for. */
      readonly version: number
      readonly edits: readonly { readonly range: Range; readonly text: string }[]
      /** Times that name no zone and stand in the text, which were left as they are. */
      readonly left: readonly Range[]
    }
  /** A sentence for the writer. */
  | { readonly kind: 'refused'; readonly reason: string }

/** A command of the client that lenses carry: puts the cursor at a line of a document. */
export namespace RevealLineCommand {
  export const id = 'postmortem.revealLine'

  export type Arguments = readonly [uri: string, position: Position]
}

/**
 * Server to client, in the `data` of a document link without a target: the rule whose page it leads to. Only the
 * client knows where the pages are.
 */
export interface RuleLink {
  readonly rule: string
}

/** Server to client, where configuration is looked for: files can be in any file system that the editor knows. */
export namespace ReadFileRequest {
  export const method = 'postmortem/readFile'

  export interface Params {
    readonly uri: string
  }

  /** The text of the file; `null` where there is no such file. */
  export type Result = string | null
}

/** Server to client, where a report leads to files: whether they are there. What is in them is not asked for. */
export namespace HasFilesRequest {
  export const method = 'postmortem/hasFiles'

  export interface Params {
    readonly uris: readonly string[]
  }

  /** In the order of the addresses; `unknown` outside the folders of the workspace, and where it cannot be told. */
  export type Result = readonly (boolean | 'unknown')[]
}

/** The forms of files that the server asks for; a client gives out no other ones. */
export const configurationFiles = /\.(?:ya?ml|jsonc?)$/i

/** In bytes; a client gives out no file that is longer. */
export const longestConfigurationFile = 1024 * 1024
