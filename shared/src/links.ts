import type { Position } from './position.ts'

/** The client's command behind the server's code lenses: puts the cursor at a position in a document. */
export namespace RevealLineCommand {
  export const id = 'postmortem.revealLine'

  export type Arguments = readonly [uri: string, position: Position]
}

/** The client's command behind an action that turns a rule off in a configuration file. */
export namespace SaveConfigurationCommand {
  export const id = 'postmortem.saveConfiguration'

  /**
   * What is left to do: to save the file, or to show it, because it has other changes that nobody has saved yet or
   * because no edit of it was safe.
   */
  export type Task = 'save' | 'show-unsaved' | 'show-unchanged'

  export type Arguments = readonly [uri: string, rule: string, task: Task]
}

/**
 * The `data` of a document link that the server sends without a target: it leads to the page of this rule.
 * Only the client knows where the pages are.
 */
export interface RuleLink {
  readonly rule: string
}
