import type { Fix, Problem, RuleContext } from '../../../checking/rule.ts'
import { joinSentences, type Sentence, sentence } from '../../../messages/sentence.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { ActionItem } from '../../../postmortem/tasks/actionItem.ts'
import { mayNameOwner } from '../../../postmortem/tasks/possibleOwner.ts'
import { addStubs, type Detail } from '../fixes/stubs.ts'
import { isOfOnePerson } from '../onePerson.ts'
import { describeLack, groupItems, type Lack, relate } from './itemsBySection.ts'

/** A detail that each action item should have, and the sentences that report and fix its absence. */
export interface WantedDetail {
  readonly detail: Detail
  readonly lack: Lack
  readonly advice: Sentence
  /** Shown at each item that lacks the detail. */
  readonly related: Sentence
  /** The titles of the fix for a single item and for several. */
  readonly addOne: Sentence
  readonly addEach: Sentence
}

/**
 * One finding per section, at its title, with a fix that adds a placeholder to each item that lacks the
 * detail. Completed items need none any more.
 */
export function checkDetail(
  report: Report,
  wanted: WantedDetail,
  isActive: RuleContext<object>['isActive'],
): readonly Problem[] {
  const { detail, lack, advice, related, addOne, addEach } = wanted
  return groupItems(report).flatMap(({ section, items }): Problem[] => {
    const unfinished = items.filter(({ done }) => !done)
    const lacking = findLacking(unfinished, detail)
    if (lacking.length === 0) return []
    const isAlone = isOfOnePerson(report) && items.every((item) => !isGiven(item, detail))
    return [
      {
        ...(isAlone && { onDemand: true }),
        message: joinSentences(describeLack(lacking.length, unfinished.length, lack), advice),
        range: { start: section.title.start, end: section.title.end },
        related: relate(
          related,
          lacking.map(({ text }) => text),
        ),
        fixes: [
          ...addTogether(detail, unfinished, report, isActive),
          {
            title: lacking.length === 1 ? addOne : addEach,
            preferred: false,
            edits: lacking.flatMap((item) => addStubs([detail], item, report)),
          },
        ].map((fix, index) => ({ ...fix, preferred: index === 0 })),
      },
    ]
  })
}

const together: readonly Detail[] = ['owner', 'due']

/** If a task lacks both its owner and its due date, one fix adds both to each task, whichever of them it lacks. */
function addTogether(
  detail: Detail,
  items: readonly ActionItem[],
  report: Report,
  isActive: RuleContext<object>['isActive'],
): readonly Fix[] {
  if (!together.includes(detail) || !together.every((each) => isActive(`action-${each}`))) return []
  const lacks = items.map((item) => together.filter((each) => isLacking(item, each)))
  if (!lacks.some((each) => each.length === together.length)) return []
  const edits = items.flatMap((item, index) => addStubs(lacks[index] ?? [], item, report))
  const count = lacks.filter((each) => each.length > 0).length
  const title =
    count === 1
      ? sentence`Add placeholders for the owner and the due date`
      : sentence`Add placeholders for each owner and due date`
  return [{ title, preferred: true, edits }]
}

/** True if the author states the detail, or has a column for it. */
function isGiven(item: ActionItem, detail: Detail): boolean {
  return item[detail] !== null || item.blanks[detail] !== undefined
}

/** Those of some unfinished items that lack a detail. */
export function findLacking(items: readonly ActionItem[], detail: Detail): readonly ActionItem[] {
  return detail === 'owner' ? findOwnerless(items) : items.filter((item) => isLacking(item, detail))
}

/** A ticket has an owner and a date of its own, unless the author began a column for them here. */
function isLacking(item: ActionItem, detail: Detail): boolean {
  if (item[detail] !== null || (detail === 'owner' && mayNameOwner(item))) return false
  return detail === 'ticket' || item.ticket === null || item.blanks[detail] !== undefined
}

/** Where no item certainly has an owner, labels are teams on most items or topics on a few, and no reason to count some. */
function findOwnerless(items: readonly ActionItem[]): readonly ActionItem[] {
  const lacking = items.filter((item) => isLacking(item, 'owner'))
  const unsure = items.filter((item) => item.owner === null && item.ticket === null && mayNameOwner(item))
  if (unsure.length === 0 || lacking.length + unsure.length < items.length) return lacking
  return unsure.length >= lacking.length ? [] : items
}
