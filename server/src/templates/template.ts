/**
 * What a report should contain, as data. Diagnostics, the text that a fix inserts, snippets, completions and
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
  /** The length that a report should have, in words; `null` where any length will do. */
  readonly words: { readonly min: number; readonly max: number } | null
}

export interface TemplateSection {
  readonly id: string
  readonly title: string
  /** Other titles by which authors who follow this template call the section. */
  readonly aliases: readonly string[]
  readonly required: boolean
  /** Sections with one of these ids serve instead. */
  readonly alternatives?: readonly string[]
  /** One or two sentences that say what belongs here. */
  readonly guidance: string
  readonly body: readonly Part[]
}

/** A piece of a section's text. How it looks (bullets, bold labels, heading levels) is the document's own affair. */
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
  /** What the same line tells besides; each becomes a line of its own where it alone is missing. */
  readonly includes?: readonly FieldPart[] | undefined
}

/** An event of the timeline. */
export interface EntryPart {
  readonly kind: 'entry'
  readonly fact: string | null
  readonly time: string
  readonly text: string
  /** What the same entry tells besides; each becomes an entry of its own where it alone is missing. */
  readonly includes?: readonly EntryPart[] | undefined
}
