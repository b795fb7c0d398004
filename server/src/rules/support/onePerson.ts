import { perReport } from '../../checking/keptAnswers.ts'
import { perObject } from '../../postmortem/lines/perObject.ts'
import { english } from '../../postmortem/vocabulary/english.ts'

const { colleagues, lab, others } = english.tasks

/** Fewer words say nothing about who works with the author. */
const minWords = 150

/**
 * True for a report that speaks of nobody but perhaps its author, as one on a machine at home does. In a lab, "we" is
 * the author, and users and whoever is on call are only imagined.
 */
export const isOfOnePerson = perReport(({ lines, words }) => {
  if (words < minWords || lines.some(({ line }) => matches.colleagues(line))) return false
  return !lines.some(({ line }) => matches.others(line)) || lines.some(({ line }) => matches.lab(line))
})

interface ReadLine {
  readonly kind: string
  readonly text: string
}

const matches = {
  colleagues: perObject((line: ReadLine) => says(line, colleagues)),
  others: perObject((line: ReadLine) => says(line, others)),
  lab: perObject((line: ReadLine) => says(line, lab)),
}

function says({ kind, text }: ReadLine, pattern: RegExp): boolean {
  return kind !== 'code' && pattern.test(text)
}
