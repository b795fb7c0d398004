/** What the Markdown preview is given by the engine, which the client loads when it first meets a report. */
export interface PreviewEngine {
  /** `null` where there is nothing to be drawn. */
  readonly findPicture: (text: string) => PreviewPicture | null
}

export interface PreviewPicture {
  /** Zero-based: where the section begins that the picture stands above. */
  readonly line: number
  readonly svg: string
}
