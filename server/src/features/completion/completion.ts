import type { SentencePart } from '../../messages/sentence.ts'
import type { Range } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'

export interface Completion {
  readonly kind:
    | 'template'
    | 'section'
    | 'field'
    | 'entry'
    | 'time'
    | 'date'
    | 'zone'
    | 'owner'
    | 'facet'
    | 'rule'
    | 'command'
  readonly label: string
  readonly detail: SentencePart | null
  /** The part of the line that is replaced; the cursor is within it or at its end. */
  readonly range: Range
  /** Editors match the text in the range against this. */
  readonly filter: string
  /** May contain `{{placeholders}}`. */
  readonly text: string
}

/** The cursor, with the text on either side of it on its line. */
export interface CursorContext {
  readonly offset: number
  readonly before: string
  readonly after: string
  /** True if the rest of the document is blank. */
  readonly isAlone: boolean
  readonly now: number
}

/** Names that completion offers in addition to those the report itself contains. */
export interface KnownNames {
  readonly severities: readonly Severity[]
  readonly rules: readonly { readonly id: string; readonly summary: string }[]
}

export interface Severity {
  readonly name: string
  /** The name of the template that the team uses for it. */
  readonly template: string | null
}

/** Finds one kind of completion, and nothing in most places. */
export type FindCompletions = (
  report: Report,
  cursor: CursorContext,
  names: KnownNames,
) => readonly Completion[]

/** Completes a word, replacing the part that was typed before the cursor. */
export function oneWord(
  kind: Completion['kind'],
  word: string,
  detail: SentencePart | null,
  typed: string,
  { offset }: CursorContext,
): Completion {
  const range = { start: offset - typed.length, end: offset }
  return { kind, label: word, detail, range, filter: word, text: word }
}

/** Also replaces the rest of the word after the cursor. */
export function wholeWord(
  kind: Completion['kind'],
  word: string,
  detail: SentencePart | null,
  typed: string,
  cursor: CursorContext,
): Completion {
  const completion = oneWord(kind, word, detail, typed, cursor)
  const rest = /^[\p{L}\p{N}_-]{0,60}/u.exec(cursor.after)?.[0] ?? ''
  return { ...completion, range: { ...completion.range, end: cursor.offset + rest.length } }
}

/** Replaces the line up to the cursor. `lead` is the markup typed so far, which `text` includes. */
export function wholeLine(
  kind: Completion['kind'],
  label: string,
  detail: SentencePart,
  { offset, before }: CursorContext,
  { text, lead }: { readonly text: string; readonly lead: string },
): Completion {
  return {
    kind,
    label,
    detail,
    range: { start: offset - before.length, end: offset },
    filter: `${lead}${label}`,
    text,
  }
}
