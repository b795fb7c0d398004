/**
 * What one language calls the things of a postmortem. Recognition reads these tables and knows no word itself,
 * so another language is another file with the same tables.
 */
export interface Vocabulary {
  readonly titles: readonly ConceptTitles[]
  /** Titles that nobody could list, by their words; for headings and bold lines alone. */
  readonly patterns: readonly (readonly [title: RegExp, id: SectionId])[]
  /** Words that do not change which section a title names: "detailed incident timeline of events". */
  readonly fillers: readonly string[]
  /** Spellings that count as one, each with the spelling that the titles use. */
  readonly spellings: readonly (readonly [from: string, to: string])[]
  /** What joins the halves of a combined title. */
  readonly joiners: RegExp
  /** Words by which a title says that the document is a postmortem. */
  readonly postmortem: RegExp
  /**
   * How much a section's title, normalised, says that the document is a postmortem. Titles that a readme has as
   * well ("Overview", "Events", "Why") are not here.
   */
  readonly telling: readonly (readonly [title: RegExp, weight: number])[]
  /** The title of a text about postmortems, which is none itself. */
  readonly aboutPostmortems: RegExp
  /** Words by which a title or a text says that there was an incident. */
  readonly incident: RegExp
  readonly assignment: AssignmentPhrases
  readonly phrases: Phrases
}

/** The titles of one concept, in lower case, without punctuation. */
export interface ConceptTitles {
  readonly id: ConceptId
  readonly titles: readonly string[]
  /** Titles too common to be recognised on a bare line; they need a heading, bold text or a colon. */
  readonly marked?: readonly string[]
}

export interface AssignmentPhrases {
  /** After the title of a section: its contents are demanded, not given. */
  readonly demand: RegExp
  /** A heading that only an assignment has, as a normalised title. */
  readonly heading: RegExp
  /** A sentence that only an assignment has. */
  readonly sentence: RegExp
}

/** Patterns over one line or sentence. Each runs in linear time. */
export interface Phrases {
  readonly detection: readonly RegExp[]
  readonly detectionMethod: readonly RegExp[]
  readonly actions: readonly RegExp[]
  readonly misleading: readonly RegExp[]
  readonly escalation: readonly RegExp[]
  readonly notEscalation: readonly RegExp[]
  readonly resolution: readonly RegExp[]
  readonly notResolution: readonly RegExp[]
  readonly start: readonly RegExp[]
  readonly notStart: readonly RegExp[]
  readonly end: readonly RegExp[]
  readonly notEnd: readonly RegExp[]
  readonly impact: readonly RegExp[]
  readonly affected: readonly RegExp[]
  readonly affectedFigure: RegExp
  /** Phrases that tell who was affected wherever they stand. */
  readonly affectedAnywhere: readonly RegExp[]
  /** Words that make a percentage outside the summary one of those affected. */
  readonly affectedAround: RegExp
  readonly cause: readonly RegExp[]
  readonly fix: readonly RegExp[]
  readonly improvement: readonly RegExp[]
  /** Before a length of time: it is how long the outage was. */
  readonly lasted: RegExp
  /** Before a length of time: it is something else. */
  readonly notLasted: RegExp
  /** After a length of time: it is how long the outage was. */
  readonly outageOf: RegExp
  /** The beginning of a paragraph that closes a list instead of being on it. */
  readonly closing: RegExp
  /** The beginning of a task: "Add …", "Reviewing …". */
  readonly taskVerb: RegExp
}

export const sectionIds = [
  'summary',
  'timeline',
  'root-cause-and-resolution',
  'corrective',
  'duration',
  'impact',
  'detection',
  'trigger',
  'background',
  'root-cause',
  'contributing',
  'resolution',
  'response',
  'what-happened',
  'lessons',
  'lessons.well',
  'lessons.wrong',
  'lessons.lucky',
  'mitigators',
  'risks',
  'difficulties',
  'improvements',
  'actions',
  'people',
  'communication',
  'metrics',
  'recurrence',
  'questions',
  'supporting',
  'conclusion',
] as const

/** A team's template may name sections of its own. */
export type SectionId = (typeof sectionIds)[number] | (string & {})

/** What only ever stands inside a section: the fields of a summary, the labelled facts of a timeline. */
export const partIds = [
  'start',
  'end',
  'date',
  'time-zone',
  'affected',
  'status',
  'severity',
  'detection-time',
  'detection-method',
  'actions-taken',
  'misleading',
  'escalation',
] as const

export type PartId = (typeof partIds)[number]

export type ConceptId = SectionId | PartId
