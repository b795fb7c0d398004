/** The part of the engine that the Markdown preview uses. The client loads it for the first report. */
export interface PreviewEngine {
  /** Null if there is nothing to draw. */
  readonly findPicture: (text: string) => PreviewPicture | null
}

export interface PreviewPicture {
  /** The zero-based first line of the section that the picture goes above. */
  readonly line: number
  readonly svg: string
}
