import { perReport } from '../../checking/keptAnswers.ts'
import { perObject } from '../../postmortem/lines/perObject.ts'
import { english } from '../../postmortem/vocabulary/english.ts'

/** Fewer words say nothing about who works with the author. */
const minWords = 150

/** True for a report that speaks of nobody but perhaps its author, as one on a machine at home does. */
export const isOfOnePerson = perReport(
  ({ lines, words }) => words >= minWords && !lines.some(({ line }) => namesOthers(line)),
)

const namesOthers = perObject(
  ({ kind, text }: { readonly kind: string; readonly text: string }) =>
    kind !== 'code' && english.tasks.others.test(text),
)
