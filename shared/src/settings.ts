export type RuleLevel = 'off' | 'hint' | 'information' | 'warning' | 'error'

/** The editor settings under `postmortem.*` that the server reads, for each document separately. */
export interface Settings {
  /** The id of the template that reports are checked against, or `auto`: each report decides. */
  readonly template: string
  readonly timeline: {
    /** Shows the time since the start after each entry's time. */
    readonly elapsedHints: boolean
  }
  /** The severity of each rule that the writer has set one for, by the rule's id. */
  readonly rules: Readonly<Record<string, RuleLevel>>
  /** Highlights times, owners and the like in reports. */
  readonly highlighting: boolean
  /**
   * Sends document symbols to our own client, too. In VS Code they appear beside a symbol for every heading.
   */
  readonly documentSymbols: boolean
  /** Shows the number of words above each section. */
  readonly sectionWordCounts: boolean
  /** When the findings in an open report are shown anew. */
  readonly check: CheckOccasion
}

export const checkOccasions = ['whileTyping', 'onSave', 'onCommand'] as const

export type CheckOccasion = (typeof checkOccasions)[number]

/** No template is chosen. */
export const autoTemplate = 'auto'

export const defaultSettings: Settings = {
  template: autoTemplate,
  timeline: { elapsedHints: true },
  rules: {},
  highlighting: true,
  documentSymbols: false,
  sectionWordCounts: false,
  check: 'whileTyping',
}
