/** Something that happened, as it was read from a text that came from elsewhere. */
export interface PastedEvent {
  /** In milliseconds since 1970. */
  readonly instant: number
  /** The source tells the time only roughly. */
  readonly approximate: boolean
  /** As it stands in the source. */
  readonly text: string
}

/** What a text alone does not say. */
export interface PasteContext {
  /** When the text was pasted, in milliseconds since 1970. */
  readonly now: number
  /** The zone of whoever pastes, by its IANA name: chats show times in it. */
  readonly readerZone: string
  /** When the incident began, where the report says it: a clock time without a date is near it. */
  readonly start: number | null
}

/** Null for a text in another format. */
export type TextReader = (text: string, context: PasteContext) => readonly PastedEvent[] | null

/** Null for data of another form. */
export type JsonReader = (data: unknown, context: PasteContext) => readonly PastedEvent[] | null

export function exactly(instant: number, text: string): PastedEvent {
  return { instant, approximate: false, text }
}
