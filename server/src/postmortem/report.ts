import type { MarkdownDocument } from '../markdown/document.ts'
import type { Style } from '../templates/style.ts'
import type { Template, TemplateSection } from '../templates/template.ts'
import type { WrittenDuration } from '../time/duration.ts'
import type { ResolvedTime, TimeContext, TimeStep } from '../time/resolved.ts'
import type { ActionItem } from './actionItem.ts'
import type { FactId } from './facts.ts'
import type { Metrics } from './metrics.ts'
import type { OpenFence } from './openFence.ts'
import type { PlacedLine } from './placedLine.ts'
import type { PlacedMarkup } from './placedMarkup.ts'
import type { Suppression } from './suppressions.ts'
import type { Telling } from './tellings.ts'

/** UTF-16 offsets into the document, `end` excluded. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What was understood of a document: immutable, and all that rules and features look at. */
export interface Report {
  readonly recognition: Recognition
  readonly template: Template
  readonly title: Passage | null
  /** What stands before the first section: the title, and perhaps some text. */
  readonly head: Piece
  /** The part of the file that is the report; a file may hold other text around it. */
  readonly region: Range
  readonly words: number
  /** In the order in which they stand in the document. */
  readonly sections: readonly Section[]
  /** Required by the template and not there, in the template's order. */
  readonly missing: readonly TemplateSection[]
  readonly fields: Fields
  readonly timeline: Timeline
  readonly corrective: Corrective
  /** The tasks of the report, in reading order. */
  readonly actionItems: readonly ActionItem[]
  /** What a template left behind for the author to fill in. */
  readonly placeholders: readonly Passage[]
  readonly metrics: Metrics
  /** The lines of the region, for what is found in any line: links, secrets, phrases. */
  readonly lines: readonly PlacedLine[]
  /** Links, code, checkboxes and what is disclosed, in the whole document. */
  readonly markup: PlacedMarkup
  /** Where the impact and the cause are told. */
  readonly tellings: readonly Telling[]
  readonly style: Style
  /** The comments by which the author tells rules to keep quiet. */
  readonly suppressions: readonly Suppression[]
  readonly openFence: OpenFence | null
  /** The lines between the fences of the front matter, with their line endings. */
  readonly frontMatter: Passage | null
  /** The source of the document, for a fix that moves a part of it or writes in its manner; rules search nothing in it. */
  readonly source: Pick<MarkdownDocument, 'slice'>
}

/** Whether the document is a postmortem at all, and what decided it. */
export interface Recognition {
  readonly postmortem: boolean
  readonly reason: 'sections' | 'title' | 'too-few-sections' | 'no-incident' | 'assignment' | 'configured'
}

export interface Passage extends Range {
  readonly text: string
}

/** A part of the document, and how something can be inserted behind its content. */
export interface Piece extends Range {
  /** The start of the line behind its last line that is not blank; its own start where all are blank. */
  readonly next: number
  /** What stands there: more text, a blank line or the document's end, or no line at all for want of a line ending. */
  readonly follows: 'text' | 'blank' | 'nothing'
  /** The line that closes a fence that is still open at its end. */
  readonly unclosed: string | null
}

export interface Section extends Piece {
  readonly id: string
  readonly title: Passage
  readonly level: number
  readonly words: number
  /** Nothing stands below its title. */
  readonly empty: boolean
  /** How the title is spelt, where the author misspelt it. */
  readonly suggestion: string | null
}

/** What a summary states, wherever in the report it is stated; null where it is not. */
export interface Fields {
  readonly start: TimeField | null
  readonly end: TimeField | null
  readonly duration: DurationField | null
  readonly timeZone: Passage | null
  readonly impact: Passage | null
  readonly affected: Passage | null
  readonly rootCause: Passage | null
  readonly resolution: Passage | null
}

export interface TimeField extends Passage {
  readonly time: ResolvedTime
  /** Offsets of what is written are offsets into the text of this line. */
  readonly placed: PlacedLine
}

export interface DurationField {
  /** The length as the author wrote it. */
  readonly passage: Passage | null
  /** Null where it is not written. Its offsets are offsets into the text of the line. */
  readonly written: WrittenDuration | null
  readonly placed: PlacedLine | null
  readonly statedMinutes: number | null
  /** End minus start. */
  readonly computedMinutes: number | null
}

export interface Timeline {
  /** How it is written: entries with times, labelled facts, numbered steps or prose; null without a timeline. */
  readonly style: 'entries' | 'labels' | 'steps' | 'prose' | null
  readonly entries: readonly TimelineEntry[]
  /** The passages that tell each fact; none where the report does not tell it. */
  readonly facts: Readonly<Record<FactId, readonly Passage[]>>
  /** The entries that step back in time. */
  readonly outOfOrder: readonly TimelineEntry[]
  /** What is written of times and of dates between them, in reading order. */
  readonly steps: readonly TimelineStep[]
  /** What the steps were resolved with. */
  readonly context: TimeContext
  /** The source from the first entry's line to the end of the last entry; empty without entries. */
  readonly source: Passage
}

/** Offsets of what is written are offsets into the text of the line. */
export interface TimelineStep {
  readonly step: TimeStep
  readonly placed: PlacedLine
  /** Null for a date that holds for the entries below it. */
  readonly entry: TimelineEntry | null
}

export interface TimelineEntry extends Range {
  /** Its time as written, or the label that it has instead of one. */
  readonly label: Passage | null
  readonly time: ResolvedTime | null
  /** What happened, without the time before it. */
  readonly text: Passage
  readonly facts: readonly FactId[]
}

export interface Corrective {
  readonly improvements: readonly Passage[]
  readonly tasks: readonly ActionItem[]
  /** The author keeps the two apart. */
  readonly separated: boolean
}

/** `text` may hold `{{placeholders}}`, which become tab stops where the editor knows them. */
export interface Edit extends Range {
  readonly text: string
}
