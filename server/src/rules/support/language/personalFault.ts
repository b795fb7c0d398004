import { isWithin, type Passage } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { findPhrases } from '../linesInSections.ts'
import { findPeople, nameAtEnd } from './people.ts'
import { causes } from './scope.ts'

/** What people do wrong, when a report makes them the cause, after what may be the end of a name. */
const fault =
  /(?<=[\p{L}\p{N}._-] )(?:(?:had|has) )?(?:(?:accidentally|mistakenly|inadvertently|wrongly|incorrectly|carelessly|unknowingly|prematurely) (?:pushed|deployed|merged|deleted|removed|dropped|ran|executed|changed|edited|applied|released|configured|disabled|enabled|set|restarted|rebooted|committed|typed|overwrote|renamed)|(?:pushed|deployed|merged|committed|released|applied|wrote|shipped|made|introduced|entered|uploaded) (?:an?|the|some) (?:\p{Ll}{2,15} )?(?:bad|wrong|broken|buggy|faulty|incorrect|invalid|untested|unreviewed|misconfigured|mistake|error|bug|typo)|(?:ran|executed|used|chose|set|configured|typed|entered) (?:the|an?) (?:wrong|incorrect)|forgot|neglected|overlooked|misconfigured|mistyped|misread|messed up|screwed up|broke|caused|did not (?:test|check|review|follow|notice|read)|didn['’]t (?:test|check|review|follow|notice|read)|failed to)(?![\p{L}\p{N}-])/giu

/** In the rest of the sentence: what somebody did ended the incident. */
const recovery =
  /^[^.!?]{0,200}?\b(?:restored|recovered|resolved|mitigated|back to normal|after (?:the|that|this|a) (?:fix|hotfix|repair|restart|revert|rollback))\b/i

/** The places where the cause is what a person did, with the name. Anybody who may not be a person is left out. */
export function findPersonalFaults(report: Report): readonly Passage[] {
  const people = new Set(findPeople(report))
  return findPhrases(report, causes, fault).flatMap(({ placed, index, text }) => {
    const name = nameAtEnd(placed.line.text.slice(0, index - 1), people)
    const end = index + text.length
    if (name === undefined || recovery.test(placed.line.text.slice(end))) return []
    const found = placed.passage(index - 1 - name.length, end)
    return isWithin(found.start, report.markup.code) ? [] : [found]
  })
}
