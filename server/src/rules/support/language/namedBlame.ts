import type { Passage } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { findPhrases } from '../linesInSections.ts'
import { findPeople, nameAtEnd, nameAtStart } from './people.ts'
import { narrativeAndImpact } from './scope.ts'

/** What is only said of people, after what may be the end of a name: "Ana forgot", "Ana's carelessness". */
const afterName =
  /(?:(?<=[\p{L}\p{N}_-])['’]s? (?:carelessness|negligence|incompetence|sloppiness|recklessness|mistake|fault(?=[.,;:)!?]|\s*$|\s(?:that|for|because|when)\b))|(?<=[\p{L}\p{N}_-] )(?:(?:had|has|simply|just) )?(?:forgot(?:ten)?|carelessly|negligently|recklessly|neglected to|should(?: not|n['’]t)? have known|was (?:(?:very|too|so|just|simply) )?(?:careless|negligent|sloppy|reckless|incompetent|at fault|to blame)))(?![\p{L}\p{N}-])/giu

const beforeName =
  /\b(?:carelessness|negligence|incompetence|recklessness|fault|mistake) (?:of|by|on the part of)(?= [@\p{L}])/giu

/** "It was not Ana's fault." */
const denied = /\b(?:not|never|nor|no|rather than|instead of)\b[^.;!?]{0,40}$|n['’]t\b[^.;!?]{0,40}$/i

/** The places that blame somebody by name. Anybody who may not be a person is left out. */
export function findNamedBlame(report: Report): readonly Passage[] {
  const people = new Set(findPeople(report))
  const after = findPhrases(report, narrativeAndImpact, afterName).flatMap(({ placed, index, text }) => {
    const before = placed.line.text.slice(0, index).trimEnd()
    const name = nameAtEnd(before, people)
    if (name === undefined || denied.test(before)) return []
    return [placed.passage(before.length - name.length, index + text.length)]
  })
  const ahead = findPhrases(report, narrativeAndImpact, beforeName).flatMap(({ placed, index, text }) => {
    const end = index + text.length + 1
    const name = nameAtStart(placed.line.text.slice(end), people)
    if (name === undefined || denied.test(placed.line.text.slice(0, index))) return []
    return [placed.passage(index, end + name.length)]
  })
  return [...after, ...ahead]
}
