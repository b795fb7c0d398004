/** Client to server, when a language model calls a tool of the extension: asks for the answer. */
export namespace CallToolRequest {
  export const method = 'postmortem/callTool'

  export interface Params {
    readonly tool: string
    /** As the model wrote them, so they can be anything. */
    readonly arguments: Readonly<Record<string, unknown>>
  }

  export type Result =
    | { readonly kind: 'answered'; readonly texts: readonly string[] }
    | { readonly kind: 'refused'; readonly reason: string }
}

/** A file or folder in the workspace. */
export interface WorkspacePlace {
  readonly uri: string
  /** The path from the workspace folder, by which it is located again. */
  readonly name: string
}

/** Server to client, while a tool runs: asks where the file or folder is that a language model names. */
export namespace LocateRequest {
  export const method = 'postmortem/locate'

  export interface Params {
    readonly path: string
  }

  /** The place need not exist; null if it is outside of the workspace, or behind a link that may lead out of it. */
  export type Result = WorkspacePlace | null
}

/** Server to client, while a tool runs: asks for the text of a located Markdown file, saved or not. */
export namespace ReadReportRequest {
  export const method = 'postmortem/readReport'

  export interface Params {
    readonly uri: string
  }

  /** Null if it cannot be read. */
  export type Result = string | null
}

/** Server to client, while a tool runs: asks for the Markdown files in a located folder, or in the workspace. */
export namespace FindReportsRequest {
  export const method = 'postmortem/findReports'

  export interface Params {
    /** Null for the whole workspace. */
    readonly folder: string | null
  }

  export type Result = readonly WorkspacePlace[]
}
