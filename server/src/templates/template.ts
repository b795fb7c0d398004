/**
 * The expected contents of a report, as data. Diagnostics, the text that a fix inserts, snippets, completions and
 * the outline's expectations all come from here, so they cannot disagree.
 *
 * Texts hold placeholders as `{{what to write}}`: they read well in any editor, become tab stops in a snippet,
 * and are recognised as unfinished when the author leaves one behind.
 */
export interface Template {
  readonly id: string
  readonly name: string
  readonly description: string
  /** The heading of a whole new report. */
  readonly title: string
  /** In the order in which a report has them. */
  readonly sections: readonly TemplateSection[]
  /** The length that a report should have, in words; `null` if any length will do. */
  readonly words: { readonly min: number; readonly max: number } | null
}

export interface TemplateSection {
  readonly id: string
  readonly title: string
  /** Other titles that authors who follow this template give the section. */
  readonly aliases: readonly string[]
  readonly required: boolean
  /** Who may read it. Without it, usage decides: see `features/edition/sections.ts`. */
  readonly audience?: 'internal' | 'public'
  /** A section with one of these ids serves instead. */
  readonly alternatives?: readonly string[]
  /** One or two sentences that say what belongs here. */
  readonly guidance: string
  readonly body: readonly Part[]
}

/** A piece of a section's text. The document's style decides its bullets, bold labels and heading levels. */
export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string }
  | FieldPart
  | EntryPart
  | { readonly kind: 'task'; readonly text: string }
  | { readonly kind: 'heading'; readonly id: string; readonly title: string; readonly body: readonly Part[] }

/** A label with its value. */
export interface FieldPart {
  readonly kind: 'field'
  readonly field: string
  readonly label: string
  readonly text: string
  /** Further fields on the same line. Each becomes a line of its own if it alone is missing. */
  readonly includes?: readonly FieldPart[] | undefined
}

/** An event of the timeline. */
export interface EntryPart {
  readonly kind: 'entry'
  readonly fact: string | null
  readonly time: string
  readonly text: string
  /** Further facts in the same entry. Each becomes an entry of its own if it alone is missing. */
  readonly includes?: readonly EntryPart[] | undefined
}
