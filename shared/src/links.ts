import type { Position } from './position.ts'

/** The client's command behind the server's code lenses: puts the cursor at a position in a document. */
export namespace RevealLineCommand {
  export const id = 'postmortem.revealLine'

  export type Arguments = readonly [uri: string, position: Position]
}

/** The client's command behind an edit of a configuration file that is not open: saves the file. */
export namespace SaveConfigurationCommand {
  export const id = 'postmortem.saveConfiguration'

  export type Arguments = readonly [uri: string]
}

/**
 * The `data` of a document link that the server sends without a target: it leads to the page of this rule.
 * Only the client knows where the pages are.
 */
export interface RuleLink {
  readonly rule: string
}
