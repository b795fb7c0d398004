/**
 * The words that one language uses in postmortems. Recognition contains no words itself, so another
 * language is another file with the same tables.
 */
export interface Vocabulary {
  readonly titles: readonly ConceptTitles[]
  /** Patterns for titles that vary too much to list. They apply only to headings and bold lines. */
  readonly patterns: readonly (readonly [title: RegExp, id: SectionId])[]
  /** Words that do not change which section a title names: "detailed incident timeline of events". */
  readonly fillers: readonly string[]
  /** Nouns that a title may exchange for each other: corrective measures are corrective actions. */
  readonly kindsOfMeasures: readonly string[]
  /** Variants of a spelling, each with the one that the titles use. */
  readonly spellings: readonly (readonly [from: string, to: string])[]
  /** Words that are written for others that sound the same, each with the one that is meant. */
  readonly soundalikes: readonly (readonly [written: string, meant: string])[]
  /** Separates the parts of a combined title. */
  readonly joiners: RegExp
  /** Matches a title that calls the document a postmortem. */
  readonly postmortem: RegExp
  /**
   * The weight of a section's normalised title as evidence of a postmortem. Titles that a readme may have
   * as well ("Overview", "Events", "Why") are not listed.
   */
  readonly titleWeights: readonly (readonly [title: RegExp, weight: number])[]
  readonly aboutPostmortems: AboutPostmortems
  readonly guides: GuideSigns
  /** Matches the normalised heading of another kind of document: a readme, a proposal, a changelog. */
  readonly otherDocument: RegExp
  /** Matches the title of another kind of document: "Deployment safety guide". */
  readonly otherTitle: RegExp
  /** Matches the title of the minutes of a meeting, in which a postmortem may be one of several subjects. */
  readonly meetingTitle: RegExp
  /** Matches the title of the minutes of a group, which may be called after postmortems. */
  readonly groupMeeting: RegExp
  /** Matches a normalised heading of research into a weakness. */
  readonly research: RegExp
  /** Matches what a tool exports in place of a section that nobody wrote. */
  readonly unfilled: RegExp
  /** Matches the path of a template. */
  readonly templateFile: RegExp
  /** Matches the path of a file that is not a report, and of one that may be. */
  readonly otherFile: RegExp
  readonly reportFile: RegExp
  /** Matches the path of a file with a number or a date in its name, in a folder for reports. */
  readonly filedReport: RegExp
  /** Matches a title that names an incident rather than the kind of document. */
  readonly incidentTitle: RegExp
  /** Matches a sentence or a title that says how an undertaking, not an incident, ended. */
  readonly concluded: RegExp
  /** Matches the title of a look back at an undertaking. */
  readonly projectTitle: RegExp
  /** Matches a title that certainly names an incident. */
  readonly outageTitle: RegExp
  /** Matches a sentence about postmortems in general. */
  readonly inGeneral: RegExp
  /** Matches a heading that is the title of something that was wrong: "Bug 2: a lock that stays". */
  readonly defect: RegExp
  /** Matches text that mentions an incident. */
  readonly incident: RegExp
  readonly assignment: AssignmentPhrases
  readonly phrases: Phrases
  readonly tasks: TaskPhrases
  readonly essentials: EssentialPhrases
  readonly profile: ProfilePhrases
}

/** The titles of one concept, in lower case, without punctuation. */
export interface ConceptTitles {
  readonly id: ConceptId
  readonly titles: readonly string[]
  /** Titles too common to be recognised on a bare line; they need a heading, bold text or a colon. */
  readonly marked?: readonly string[]
}

/** What tells a document that says what to do, or a blank form, from a report. */
export interface GuideSigns {
  /** Match what is before the first colon or dash of the title: "Incident playbook: slow requests". */
  readonly title: readonly RegExp[]
  /** Matches a title with nothing after it. */
  readonly wholeTitle: RegExp
  /** Matches the path of a plan for incidents, and a title that says that the document tells of one after all. */
  readonly responseFile: RegExp
  readonly incidentTitle: RegExp
  /** Matches the title of a blank form, in several languages. */
  readonly formTitle: RegExp
  /** Matches a line of front matter that a program will fill in. */
  readonly meta: RegExp
  /** Match the lines of front matter that instructions for a program have, and those that only documents have. */
  readonly skill: { readonly name: RegExp; readonly description: RegExp; readonly title: RegExp }
  /** Matches a setting of slides. */
  readonly deck: RegExp
  /** Match a sentence near the top: what the instructions are for, that it is a template, that it is a collection. */
  readonly preface: RegExp
  readonly template: RegExp
  readonly collection: RegExp
}

/** Words beside the name "postmortem" in a title. */
export interface AboutPostmortems {
  /** Before the name in the title of a text about postmortems: "How to write a". */
  readonly before: RegExp
  /** After the name in such a title: "process". */
  readonly after: RegExp
  /** On either side of the name where the document is perhaps no report but has the sections of one: "template". */
  readonly model: RegExp
}

export interface AssignmentPhrases {
  /** What an assignment wants to be told, in a line of its own: "how the issue was detected". */
  readonly wanted: RegExp
  /** Matches the words after a section's title that demand its contents: "must contain". */
  readonly demand: RegExp
  /** The beginning of a sentence that demands nothing of a section: "To show its effect, each task should have …". */
  readonly clause: RegExp
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
  /** Verbs beside a time; the group says whether they make it the start, the end or another event. */
  readonly timedVerb: RegExp
  readonly impact: readonly RegExp[]
  readonly affected: readonly RegExp[]
  readonly affectedFigure: RegExp
  /** Phrases that say who was affected, in whichever section. */
  readonly affectedAnywhere: readonly RegExp[]
  /** Words around a percentage outside the summary that make it a share of those affected. */
  readonly affectedAround: RegExp
  readonly cause: readonly RegExp[]
  readonly fix: readonly RegExp[]
  readonly improvement: readonly RegExp[]
  /** Before a length of time that is how long the outage lasted. */
  readonly lasted: RegExp
  /** Before a length of time that sums up the whole outage, in whichever section. */
  readonly lastedInTotal: RegExp
  /** Before a length of time that is something else. */
  readonly notLasted: RegExp
  /** After a length of time that is how long the outage lasted. */
  readonly outageOf: RegExp
  /** The beginning of a paragraph that concludes a list and is not an item of it. */
  readonly closing: RegExp
  /** The beginning of a task: "Add …", "Reviewing …". */
  readonly taskVerb: RegExp
}

/** Patterns over the text of one line or sentence in which a task may be. Each runs in linear time. */
export interface TaskPhrases {
  /** A verb that tells somebody to do something, unless it turns out to be the subject of a sentence. */
  readonly imperative: RegExp
  /** The author promises to do something. */
  readonly commitment: RegExp
  /** The label of a detail of the task before it: "Owner:", "Deadline:". */
  readonly detail: RegExp
  /** The label of a single task, with the blank after it. */
  readonly taskLabel: RegExp
  /** A label whose list was done before the report was written. */
  readonly doneLabel: RegExp
  /** The title of what was done in the incident. */
  readonly responseLabel: RegExp
  /** The title of rules and advice that nobody is to carry out once: "Best practices", "For users". */
  readonly adviceLabel: RegExp
  /** The title of how the cure was tested: "Validation". */
  readonly checksLabel: RegExp
  /** What a test makes sure of: "All tests pass". */
  readonly checked: RegExp
  /** A sentence above a list that says what the report itself is good for. */
  readonly useOfReport: RegExp
  /** A sentence that says what is done so that it does not happen again. */
  readonly planned: RegExp
  /** The title of a text that says so. */
  readonly planTitle: RegExp
  /** The end of a task whose parts are listed below it: "… with:", "… such as:". */
  readonly partsLead: RegExp
  /** A sentence that advises the reader: "Users should …". */
  readonly advice: RegExp
  /** The title of recommendations, in which a sentence is for users, and one says which version is to be used. */
  readonly recommendations: RegExp
  readonly toReaders: RegExp
  readonly useOfVersion: RegExp
  /** A sentence that only says how important something is. */
  readonly lesson: RegExp
  /** A proposal that was not accepted. */
  readonly refused: RegExp
  /** What a label of tasks stands for, at the beginning of the text after it. */
  readonly definition: RegExp
  /** What a template asks for before a report is finished: "Sections above are filled out". */
  readonly closingStep: RegExp
  /** A question of a checklist: "Is the …?". */
  readonly question: RegExp
  /** The state of a task, in capital letters before it. */
  readonly state: RegExp
  /** Match a sentence that promises one thing to do, and what such a sentence says without promising anything. */
  readonly promise: readonly RegExp[]
  readonly courtesy: RegExp
  /** A sentence that says what should be done. */
  readonly wish: RegExp
  /** A sentence after a label that says that it is done: "Alerts: we've added one". */
  readonly reported: RegExp
  readonly doneStart: RegExp
  /** The same in capital letters, where the word needs no sign after it. */
  readonly doneMark: RegExp
  readonly doneEnd: RegExp
  /** A cell that says nothing else: "Done", "done 25 Oct". */
  readonly doneAlone: RegExp
  /** A statement that something was done. */
  readonly past: RegExp
  /** The same at the beginning of what is after a label: "Permissions: Removed the old group". */
  readonly told: RegExp
  /** A first word that tells what was done, if all items of a list begin like that: "Improved monitoring". */
  readonly participle: RegExp
  /** The same after what it is about: "Scan completed". */
  readonly participleLater: RegExp
  /** The same for verbs whose past is no other form: "Reset the cache". */
  readonly uninflected: RegExp
  /** A word that makes such a statement part of something still to be done. */
  readonly open: RegExp
  /** A word with which a sentence asks for something to be done. */
  readonly demand: RegExp
  /** A mark that a task is still to be done: "PENDING: …". */
  readonly pending: RegExp
  /** The title of the end of a report: "Final note:". */
  readonly closingTitle: RegExp
  /** A sentence above a list whose items were all done: "The following measures have been implemented:". */
  readonly doneLead: RegExp
  /** A word for more people than the author, who may be only spoken of where somebody tries things out alone. */
  readonly others: RegExp
  /** A word for people who could do a task. */
  readonly colleagues: RegExp
  /** What somebody calls the place to try things out, or the machines at home. */
  readonly lab: RegExp
  /** In place of a task: there is none. */
  readonly nothing: RegExp
}

/** Patterns over a sentence or a heading for what a text of any form tells. */
export interface EssentialPhrases {
  /** What is or was done so that it does not happen again. */
  readonly plan: RegExp
  readonly planHeading: RegExp
  /** Why it happened. */
  readonly cause: RegExp
  /** How much later something happened: "an hour later", "the next day". */
  readonly later: RegExp
  /** The author writes an exercise, or about somebody else's incident. */
  readonly study: RegExp
  readonly studyHeading: RegExp
}

/** How far the writing of a report has come. */
export type Stage = 'draft' | 'review' | 'published'

/** The words by which a team files its reports. Labels are matched without their colon. */
export interface ProfilePhrases {
  /** Matches a whole status. Others, such as "resolved", are about the incident and not about the report. */
  readonly stages: readonly (readonly [status: RegExp, stage: Stage])[]
  readonly id: RegExp
  /** The value of a label that may name an id: it holds a number and no sentence. */
  readonly idValue: RegExp
  readonly reviewers: RegExp
  readonly related: RegExp
  /** In a sentence, before the incident that this one repeats. */
  readonly recurrence: RegExp
  readonly services: RegExp
  /** A label, or the beginning of a title. */
  readonly nearMiss: RegExp
  readonly yes: RegExp
  /** A severity that is part of a title; the group is the severity. */
  readonly gradedTitle: RegExp
  /** A severity in a sentence. */
  readonly graded: RegExp
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

/** A team's template may define its own sections. */
export type SectionId = (typeof sectionIds)[number] | (string & {})

/** Concepts that never are a section: the fields of a summary, the labelled facts of a timeline. */
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
