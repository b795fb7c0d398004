import type { Range } from './position.ts'

/** An edit with tab stops, valid for exactly this version of the document. */
export interface SnippetEdit {
  readonly version: number
  readonly edits: readonly { readonly range: Range; readonly snippet: string }[]
}
