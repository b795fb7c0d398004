import type { Passage } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { findPhrases, linesIn } from '../linesInSections.ts'
import { findPeople } from './people.ts'
import { causes } from './scope.ts'

/** What people do wrong, when a report makes them the cause. */
const fault =
  /(?:(?:had|has) )?(?:(?:accidentally|mistakenly|inadvertently|wrongly|incorrectly|carelessly|unknowingly|prematurely|manually) (?:pushed|deployed|merged|deleted|removed|dropped|ran|executed|changed|edited|applied|released|configured|disabled|enabled|set|restarted|rebooted|committed|typed|overwrote|renamed)|(?:pushed|deployed|merged|committed|released|applied|wrote|shipped|made|introduced|entered|uploaded) (?:an?|the|some) (?:\p{Ll}{2,15} )?(?:bad|wrong|broken|buggy|faulty|incorrect|invalid|untested|unreviewed|misconfigured|mistake|error|bug|typo)|(?:deleted|dropped|removed|ran|executed|used|chose|edited|restarted|changed|set|configured|typed|entered) (?:the|an?) (?:wrong|incorrect)|forgot|neglected|overlooked|misconfigured|mistyped|misread|messed up|screwed up|broke|caused|did not (?:test|check|review|follow|notice|read)|didn['’]t (?:test|check|review|follow|notice|read)|failed to)(?![\p{L}\p{N}-])/iu

/** A handle is a person unless it says that it is a program or a group. */
const handle =
  /@(?![\w-]{0,38}(?:bot|team|ci|app|support|oncall|on-call|ops|sre|dev|devs|admins?|service|actions|engineering)(?![\w-]|\/))[a-z][\w-]{1,38}(?!\/)/iu

/** The places where the cause is what a person did, with the name. Anybody who may not be a person is left out. */
export function findPersonalFaults(report: Report): readonly Passage[] {
  const people = [...findPeople(report)].slice(0, maxPeople).map((name) => name.replace(/[.]/g, '\\.'))
  const subject = [...people.sort((one, other) => other.length - one.length), handle.source].join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}@._/-])(?:${subject}) ${fault.source}`, 'giu')
  return findPhrases(linesIn(report, causes), pattern, report).filter(
    // Letter case tells a name from a word: "will" from "Will".
    ({ text }) => /^[@\p{Lu}]/u.test(text),
  )
}

const maxPeople = 60
