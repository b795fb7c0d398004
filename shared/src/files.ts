/** Server to client, to find configuration: files can be in any file system that the editor knows. */
export namespace ReadFileRequest {
  export const method = 'postmortem/readFile'

  export interface Params {
    readonly uri: string
  }

  /** The text of the file; null if there is no such file. */
  export type Result = string | null
}

/** Server to client, when a report links to files: asks whether they exist, never for their contents. */
export namespace HasFilesRequest {
  export const method = 'postmortem/hasFiles'

  export interface Params {
    readonly uris: readonly string[]
  }

  /**
   * In the order of the URIs; `unknown` for files outside the workspace, or if the file system does not say.
   */
  export type Result = readonly (boolean | 'unknown')[]
}

/** Matches the files that the server may read; a client sends no others. */
export const configurationFiles = /\.(?:ya?ml|jsonc?)$/i

/** In bytes. A client sends no larger file. */
export const maxConfigurationFileSize = 1024 * 1024
