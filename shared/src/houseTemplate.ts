/**
 * Client to server: asks for the configuration file with the template that the reports among these files have
 * in common.
 */
export namespace DeriveTemplateRequest {
  export const method = 'postmortem/deriveTemplate'

  export interface Params {
    /** The name of the folder that the files are from, for a comment in the configuration file. */
    readonly folder: string
    readonly files: readonly { readonly uri: string; readonly text: string }[]
    /** The server reports there how far it is. */
    readonly workDoneToken?: string
  }

  export type Result =
    | {
        readonly kind: 'derived'
        readonly text: string
        readonly reports: number
        /** The number of files that are not reports. */
        readonly skipped: number
      }
    | { readonly kind: 'refused'; readonly reason: string }
}
