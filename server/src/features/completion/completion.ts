import type { SentencePart } from '../../messages/sentence.ts'
import type { Range } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'

/** One thing that could be written at the cursor. */
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
  /** What is replaced: a part of the line, with the cursor in it or behind it. */
  readonly range: Range
  /** What stands in the range is held against this. */
  readonly filter: string
  /** May hold `{{placeholders}}`. */
  readonly text: string
}

/** The line that somebody is writing, up to the cursor and behind it. */
export interface Writing {
  /** Of the cursor. */
  readonly offset: number
  readonly before: string
  readonly after: string
  /** Nothing but this line stands in the document. */
  readonly isAlone: boolean
  readonly now: number
}

/** What can be named in a report besides what it says itself. */
export interface Vocabulary {
  readonly severities: readonly Severity[]
  readonly rules: readonly { readonly id: string; readonly summary: string }[]
}

export interface Severity {
  readonly name: string
  /** The name of the template that the team has for it. */
  readonly template: string | null
}

/** One kind of completion: what it offers here, which is nothing in most places. */
export type FindCompletions = (
  report: Report,
  writing: Writing,
  vocabulary: Vocabulary,
) => readonly Completion[]

/** A word that stands for itself, in the place of what was typed of it. */
export function oneWord(
  kind: Completion['kind'],
  word: string,
  detail: SentencePart | null,
  typed: string,
  { offset }: Writing,
): Completion {
  const range = { start: offset - typed.length, end: offset }
  return { kind, label: word, detail, range, filter: word, text: word }
}

/** The same, for a word that also takes the place of what of it stands behind the cursor. */
export function wholeWord(
  kind: Completion['kind'],
  word: string,
  detail: SentencePart | null,
  typed: string,
  writing: Writing,
): Completion {
  const completion = oneWord(kind, word, detail, typed, writing)
  const rest = /^[\p{L}\p{N}_-]{0,60}/u.exec(writing.after)?.[0] ?? ''
  return { ...completion, range: { ...completion.range, end: writing.offset + rest.length } }
}

/** The lead is the markup that was typed already; the text brings its own. */
export function wholeLine(
  kind: Completion['kind'],
  label: string,
  detail: SentencePart,
  { offset, before }: Writing,
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
