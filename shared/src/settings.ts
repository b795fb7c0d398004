/** The settings that the server reads from the editor, under `postmortem.*`, for each document on its own. */
export interface Settings {
  /** The template that a report is held against. */
  readonly template: string
  readonly timeline: {
    /** Whether the time since the start is shown at each entry. */
    readonly elapsedHints: boolean
  }
  /** Whether our own client is given document symbols; in VS Code they stand beside those of all headings. */
  readonly documentSymbols: boolean
}

export const defaultSettings: Settings = {
  template: 'holberton',
  timeline: { elapsedHints: true },
  documentSymbols: false,
}
