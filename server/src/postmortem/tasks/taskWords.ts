import { english } from '../vocabulary/english.ts'

const { tasks, phrases } = english

/** "Monitoring: add an alert": the words after a short label may be the task. */
const label = /^[^:.]{2,60}[:：]\s{1,4}/

/** The end of a sentence that another one follows, with what is in brackets after it, such as its tickets. */
export const sentenceEnd = /[.!?](?:\s?\([^()]{1,80}\)){0,4}\s+(?=\p{Lu})/gu

/** True if the text tells somebody to do something: "Add …", "Alerts: add …". */
export function isImperative(text: string): boolean {
  const words = dropMarks(text)
  return tasks.imperative.test(words) || tasks.imperative.test(words.replace(label, ''))
}

/** True if the text begins like a task: "Add …", "Adding …", "We will add …". */
export function startsWithTask(text: string): boolean {
  const words = dropMarks(text)
  return phrases.taskVerb.test(words) || tasks.imperative.test(words)
}

/** Emoji at the start of a line, perhaps after spaces written as HTML, such as `:small_blue_diamond:`, stand for a bullet. */
export function dropMarks(text: string): string {
  return text.replace(
    /^(?:\s|&[a-z]{2,8};){0,8}(?:(?::[a-z][\w+-]{1,40}:|\p{Extended_Pictographic}[\ufe0f\u200d]{0,2})\s{0,4}){1,4}/iu,
    '',
  )
}

/** True for "To notice this earlier, we will add …". */
export function isPurpose(text: string): boolean {
  return /^\W{0,4}to \p{L}/iu.test(text) && isCommitment(text)
}

/** True for a sentence that promises one thing to do: "We will add …", "In the future, alerts will be tested …". */
export function isPromise(sentence: string): boolean {
  return tasks.promise.some((pattern) => pattern.test(sentence)) && !tasks.courtesy.test(sentence)
}

/** True for a sentence that says what should be done: "A dashboard should be used to …". */
export function isWish(sentence: string): boolean {
  return tasks.wish.test(sentence)
}

/** True if the text promises that something will be done. */
export function isCommitment(text: string): boolean {
  return tasks.commitment.test(text)
}

/** True for "Owner: …" and other details of the task before it. */
export function isDetail(text: string): boolean {
  return tasks.detail.test(text)
}

/** True for "Category: code. Wrap the operation …": what comes after the category is the task itself. */
export function hasTaskAfterCategory(text: string): boolean {
  return categorized.test(text)
}

const categorized = /^[^\p{L}]{0,8}(?:category|type|priority)\s?[:：][^.:]{1,40}\.\s\p{Lu}/iu

/** True for a title without a value: "Short term:". */
export function isLabel(text: string): boolean {
  return /[:：]\s*$/.test(text)
}

/** True for "Ana to write a checklist with:", which is a task that the list below it belongs to. */
export function introducesParts(text: string): boolean {
  return tasks.partsLead.test(text)
}

/** True for "Monitoring: …", a few words before what they are about. */
export function isLabelled(text: string): boolean {
  return /^\p{Lu}[^:.]{2,40}: (?=\p{Lu})/u.test(text)
}

/** True for the conclusion of a list. */
export function isClosing(text: string): boolean {
  return phrases.closing.test(text.trim())
}

/** True for "None" and the like. */
export function isNothing(text: string): boolean {
  return tasks.nothing.test(text)
}

/** "We have added an alert that will page us" and "…, telling whom it should page" are done, whatever else will be. */
const consequence = /\b(?:that|which) (?:will|would|can|could)\b|, \p{Ll}{2,20}ing\b[^.;]{0,400}/gu

/** True if the author says that the task is done. */
export function isDone(text: string): boolean {
  if ([tasks.doneStart, tasks.doneMark, tasks.doneEnd].some((pattern) => pattern.test(text))) return true
  const value = text.replace(label, '')
  if (value !== text && tasks.reported.test(value)) return true
  if (tasks.open.test(text.replace(consequence, ''))) return false
  return (value !== text && tasks.told.test(value)) || (tasks.past.test(text) && !isImperative(text))
}

/** True for "2026-11-13 (done)", "Done 25 Oct" and "… ✅": beside a date or an empty checkbox, the author says that it is done. */
export function endsDone(text: string): boolean {
  return tasks.doneEnd.test(text) || tasks.doneAlone.test(text)
}

/** True for "PENDING: …": the author says that the task is open, whatever its list is called. */
export function isPending(text: string): boolean {
  return tasks.pending.test(text)
}

/** The state in capital letters that a task begins with; null without one. */
export function readState(text: string): { readonly end: number; readonly done: boolean } | null {
  const match = tasks.state.exec(text)
  return match === null ? null : { end: match[0].length, done: match[1] === 'DONE' }
}

/** True for "Final note:", after which there are no more tasks. */
export function isClosingTitle(text: string): boolean {
  return tasks.closingTitle.test(text)
}

/** True for a sentence that says that all of the list below it was done. */
export function isDoneLead(text: string): boolean {
  return tasks.doneLead.test(text)
}

/** True for "This incident will be used as a baseline to:", above what the report is good for. */
export function isUseOfReport(text: string): boolean {
  return isLabel(text) && tasks.useOfReport.test(text)
}

/** True if a list with this title was done before the report was written. */
export function isDoneLabel(text: string): boolean {
  return tasks.doneLabel.test(text)
}

/** True if the author only tells what was done, provided that all items of the list are written like that. */
export function beginsWithParticiple(text: string): boolean {
  return tasks.participle.test(text) && !tasks.open.test(text.replace(consequence, ''))
}

/** True for "Scan completed" and "Logs moved to the new disk", under the same condition. */
export function endsWithParticiple(text: string): boolean {
  if (startsWithTask(text) && !nounOrVerb.test(text)) return false
  return tasks.participleLater.test(text) && !tasks.open.test(text.replace(consequence, ''))
}

/** True for "Reset …" and "Set …", which tell what was done only among others that do. */
export function isUninflected(text: string): boolean {
  return tasks.uninflected.test(text)
}

/** True if what is below this title was done in the incident, or while it was resolved. */
export function isResponseLabel(text: string): boolean {
  return tasks.responseLabel.test(text)
}

/** True for a task that a list below explains, as in "We are changing the process, so that it will:". */
export function isExplainedBelow(text: string): boolean {
  if (!isLabel(text) || !isCommitment(text)) return false
  const begun = promising.exec(text)
  const object = begun === null ? '' : text.slice(begun.index + begun[0].length).trim()
  return object.split(/\s+/).length >= minObjectWords && !announcing.test(object)
}

const promising = /\b(?:will|are|plan to|intend to)\b|['’](?:ll|re)\b/i
const minObjectWords = 3

/** "We will:" and "we plan to do the following:" only begin a list of tasks. */
const announcing = /\b(?:following|these|below|steps|measures|actions|things|such as)\b/i

/** "Review checklist" and "Design guidelines" begin with a noun. */
const nounOrVerb = /^[^\p{L}]{0,8}(?:audit|build|change|clean|deploy|design|release|review|test)\s/iu

/** True if what is below this title is advice for the reader or a rule for the future. */
export function isAdviceLabel(text: string): boolean {
  return tasks.adviceLabel.test(text.trim()) && !isImperative(text.replace(nounOrVerb, ''))
}

/** True if what is below this title tells how the cure was tested. */
export function isChecksLabel(text: string): boolean {
  return tasks.checksLabel.test(text)
}

/** True if an item of a list of tasks is none: advice, a question of a checklist, a test there is, or what was refused. */
export function isAdvice(text: string): boolean {
  if (tasks.question.test(text) || (tasks.checked.test(text) && !tasks.open.test(text))) return true
  if (isImperative(text)) return false
  return (
    tasks.advice.test(text) ||
    (tasks.lesson.test(text) && !isCommitment(text)) ||
    (tasks.refused.test(text) && !tasks.open.test(text))
  )
}

/** True for what explains a type or a priority of tasks: "must be done within a week", "actions that …". */
export function isDefinition(text: string): boolean {
  return tasks.definition.test(text)
}

/** True for an item of the checklist of a template: "[x] All sections are filled out". */
export function isClosingStep(text: string): boolean {
  return tasks.closingStep.test(text)
}

/** True if the text asks for something to be done: "Add …", "We will add …", "Alerts should …". */
export function asksForWork(text: string): boolean {
  if (isImperative(text) || isCommitment(text) || tasks.demand.test(text)) return true
  return startsWithTask(text) && !inThirdPerson.test(text)
}

/** "Checks whether the user exists" tells what something does. */
const inThirdPerson = /^[^\p{L}]{0,8}\p{L}{2,20}s\b/u

/** The start of the task after "Task: "; 0 if the text has no such label. */
export function skipTaskLabel(text: string): number {
  return tasks.taskLabel.exec(text)?.[0].length ?? 0
}
