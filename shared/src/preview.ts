/** The part of the engine that the Markdown preview uses. The client loads it for the first report. */
export interface PreviewEngine {
  /** In document order; none if there is nothing to draw. */
  readonly findPictures: (text: string) => readonly PreviewPicture[]
}

export interface PreviewPicture {
  /** The zero-based line that the picture goes above. */
  readonly line: number
  readonly svg: string
}
