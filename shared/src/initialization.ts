/** The options that our own client passes when it starts the server. */
export interface InitializationOptions {
  /** The translations of all messages, keyed by their English text. A message without one stays English. */
  readonly translations?: Readonly<Record<string, string>>
}
