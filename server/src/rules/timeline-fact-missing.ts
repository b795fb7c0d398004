import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { findInTemplate } from '../editing/sectionTitles.ts'
import { joinWithAnd, type Sentence, type SentencePart, sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { type FactId, factIds } from '../postmortem/timeline/facts.ts'
import type { EntryPart } from '../templates/template.ts'
import { insertEntries } from './support/fixes/insertEntries.ts'
import { isAwaited } from './support/placeholdersOf.ts'

export const timelineFactMissing: Rule = {
  id: 'timeline-fact-missing',
  summary: 'The timeline tells what the template asks it to tell.',
  explanation: prose`
    From a timeline others learn how an incident is found and followed: when it was detected and by what,
    what was looked at, which path led nowhere, who was called, what ended it. Which of these are asked for,
    the template says. A fact counts as told wherever the report tells it, and in whatever words; as words
    can only be guessed at, this is information and no warning, and all that is missing is one finding.

    A fix for each fact inserts an entry in the form of those that are there, where the template has it;
    another one inserts all of them. If no path misled you, say so: that is a fact as well.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - A monitoring alert reported the failed searches.
          - 14:10 UTC - The logs were checked. We first suspected the network, which was a misleading path.
          - 14:20 UTC - Escalated to the storage team.
          - 14:45 UTC - The disk was cleared and the issue was resolved.

          ## Root Cause

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          **Detection:** 14:02 UTC, by a monitoring alert

          **Actions Taken:** checked the logs

          **Misleading Paths:** none

          **Escalation:** to the storage team

          **Resolution:** the disk was cleared

          ## Root Cause

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - A monitoring alert reported the failed searches.
          - 14:10 UTC - The logs were checked.
          - 14:45 UTC - The disk was cleared and the issue was resolved.

          ## Root Cause

          Text.
        `,
        messages: [
          'The timeline does not tell which path was misleading and to whom it was escalated. Add an entry for each.',
        ],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          **Detection:** 14:02 UTC, by a monitoring alert

          **Actions Taken:** checked the logs

          **Misleading Paths:** none

          **Resolution:** the disk was cleared

          ## Root Cause

          Text.
        `,
        messages: ['The timeline does not tell to whom it was escalated. Add an entry.'],
      },
    ],
  },
  check: (report) => {
    const wanted = findInTemplate('timeline', report.template)
    const section = report.sections.find(({ id, empty }) => id === 'timeline' && !empty)
    if (wanted === undefined || section === undefined) return []
    const order = wanted.body.filter((part) => part.kind === 'entry')
    const missing = order
      .filter((part) => !isAwaited(part, section, report))
      .flatMap((part) => findUntold(part, report))
    return missing.length === 0 ? [] : [toProblem(missing, order, section, report)]
  },
}

const names: Readonly<Record<FactId, SentencePart>> = {
  detection: sentence`when the issue was detected`,
  detectionMethod: sentence`how it was detected`,
  actions: sentence`what was investigated`,
  misleading: sentence`which path was misleading`,
  escalation: sentence`to whom it was escalated`,
  resolution: sentence`how it was resolved`,
}

/** What the entry is to tell; where all of it is untold, the entry as it stands in the template. */
function findUntold(part: EntryPart, report: Report): readonly EntryPart[] {
  if (isUntold(part, report)) return [part]
  return (part.includes ?? []).filter((each) => isUntold(each, report))
}

function isUntold({ fact }: EntryPart, { timeline }: Report): boolean {
  return isFact(fact) && timeline.facts[fact].length === 0
}

function isFact(fact: string | null): fact is FactId {
  return factIds.some((each) => each === fact)
}

function toProblem(
  missing: readonly EntryPart[],
  order: readonly EntryPart[],
  section: Section,
  report: Report,
): Problem {
  const untold = joinWithAnd(missing.map(nameOf))
  return {
    message:
      missing.length > 1
        ? sentence`The timeline does not tell ${untold}. Add an entry for each.`
        : sentence`The timeline does not tell ${untold}. Add an entry.`,
    range: { start: section.title.start, end: section.title.end },
    fixes: [
      ...(missing.length > 1
        ? [
            toFix(
              sentence`Insert all ${missing.length} missing entries`,
              missing,
              true,
              order,
              section,
              report,
            ),
          ]
        : []),
      ...missing.map((part) =>
        toFix(
          sentence`Insert an entry: ${nameOf(part)}`,
          [part],
          missing.length === 1,
          order,
          section,
          report,
        ),
      ),
    ],
  }
}

function nameOf({ fact }: EntryPart): SentencePart {
  return isFact(fact) ? names[fact] : ''
}

function toFix(
  title: Sentence,
  parts: readonly EntryPart[],
  preferred: boolean,
  order: readonly EntryPart[],
  section: Section,
  report: Report,
): Fix {
  return { title, preferred, edits: insertEntries(parts, order, section, report) }
}
