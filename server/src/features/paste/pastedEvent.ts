/** An event read from text that was copied from another program. */
export interface PastedEvent {
  /** In milliseconds since 1970. */
  readonly instant: number
  /** True if the source gives the time only roughly. */
  readonly approximate: boolean
  /** The text as written in the source. */
  readonly text: string
}

/** Facts that the pasted text does not contain. */
export interface PasteContext {
  /** The time of the paste, in milliseconds since 1970. */
  readonly now: number
  /** The IANA name of the time zone of the person who pastes, in which chats show times. */
  readonly readerZone: string
  /** The start of the incident if the report states it; a clock time without a date is assumed to be near it. */
  readonly start: number | null
}

/** Returns null for a text in another format. */
export type TextReader = (text: string, context: PasteContext) => readonly PastedEvent[] | null

/** Returns null for data of another shape. */
export type JsonReader = (data: unknown, context: PasteContext) => readonly PastedEvent[] | null

export function exactly(instant: number, text: string): PastedEvent {
  return { instant, approximate: false, text }
}
