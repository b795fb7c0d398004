import type { Problem } from '../../checking/rule.ts'
import { joinSentences, type Sentence } from '../../messages/sentence.ts'
import type { Report } from '../../postmortem/report.ts'
import { addStub } from './fixes/stubs.ts'
import { describeLack, groupItems, type Lack, relate } from './itemsBySection.ts'

/** A detail that each task should have, and how to speak of it. */
export interface Wanted {
  readonly detail: 'owner' | 'due' | 'ticket'
  readonly lack: Lack
  readonly advice: Sentence
  /** Beside each task that lacks it. */
  readonly related: Sentence
  /** The titles of the fix, for a single task and for several. */
  readonly addOne: Sentence
  readonly addEach: Sentence
}

/** One finding a section, at its title, with a fix that gives each task that lacks the detail a place for it. */
export function checkDetail(report: Report, wanted: Wanted): readonly Problem[] {
  const { detail, lack, advice, related, addOne, addEach } = wanted
  return groupItems(report).flatMap(({ section, items }): Problem[] => {
    const lacking = items.filter((item) => item[detail] === null && !item.done)
    if (lacking.length === 0) return []
    return [
      {
        message: joinSentences(describeLack(lacking.length, items.length, lack), advice),
        range: { start: section.title.start, end: section.title.end },
        related: relate(
          related,
          lacking.map(({ text }) => text),
        ),
        fixes: [
          {
            title: lacking.length === 1 ? addOne : addEach,
            preferred: true,
            edits: lacking.map((item) => addStub(detail, item, report)),
          },
        ],
      },
    ]
  })
}
