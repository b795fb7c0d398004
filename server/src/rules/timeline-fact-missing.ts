import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { findInTemplate } from '../editing/sectionTitles.ts'
import { joinWithAnd, type Sentence, type SentencePart, sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { type FactId, factIds } from '../postmortem/timeline/facts.ts'
import type { EntryPart } from '../templates/template.ts'
import { insertEntries } from './support/fixes/insertEntries.ts'
import { isUnfilled } from './support/unfilledParts.ts'

export const timelineFactMissing: Rule = {
  id: 'timeline-fact-missing',
  summary: 'The timeline covers everything that the template asks for.',
  explanation: prose`
    A timeline shows others how an incident is found and pursued: when it was detected and by what, what was
    looked at, which path led nowhere, who was called and what ended it. The template says which of these are
    expected. A fact counts wherever the report states it, and in any words. Words can be misunderstood, so
    the finding is an information and not a warning, and there is a single one for everything that is missing.

    A timeline that is merely a link, a picture or pasted text is not judged.

    One fix per fact inserts an entry where the template has it, in the form of the existing entries. Another
    inserts all of them. If no path was misleading, say so: that is a fact as well.
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

          ## Root Cause and Resolution

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

          ## Root Cause and Resolution

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

          ## Root Cause and Resolution

          Text.
        `,
        messages: [
          'The timeline does not say which path was misleading and to whom it was escalated. Add an entry for each.',
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

          ## Root Cause and Resolution

          Text.
        `,
        messages: ['The timeline does not say to whom it was escalated. Add an entry.'],
      },
    ],
  },
  check: (report) => {
    const templateTimeline = findInTemplate('timeline', report.template)
    const section = report.sections.find(({ id, empty }) => id === 'timeline' && !empty)
    if (templateTimeline === undefined || section === undefined || !isTold(section, report)) return []
    const order = templateTimeline.body.filter((part) => part.kind === 'entry')
    const missing = order
      .filter((part) => !isUnfilled(part, section, report))
      .flatMap((part) => findMissing(part, report))
    return missing.length === 0 ? [] : [toProblem(missing, order, section, report)]
  },
}

const factNames: Readonly<Record<FactId, SentencePart>> = {
  detection: sentence`when the issue was detected`,
  detectionMethod: sentence`how it was detected`,
  actions: sentence`what was investigated`,
  misleading: sentence`which path was misleading`,
  escalation: sentence`to whom it was escalated`,
  resolution: sentence`how it was resolved`,
}

/** The timeline may be elsewhere: behind a link, in a picture or in a pasted log. */
function isTold({ words }: Section, { timeline }: Report): boolean {
  return timeline.entries.length > 0 || (timeline.style === 'prose' && words > maxWordsOfReference)
}

const maxWordsOfReference = 12

/** The parts of an entry that the report does not state; the whole entry if its own fact is missing. */
function findMissing(part: EntryPart, report: Report): readonly EntryPart[] {
  if (isMissing(part, report)) return [part]
  return (part.includes ?? []).filter((each) => isMissing(each, report))
}

function isMissing({ fact }: EntryPart, { timeline }: Report): boolean {
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
  const names = joinWithAnd(missing.map(nameOf))
  return {
    message:
      missing.length > 1
        ? sentence`The timeline does not say ${names}. Add an entry for each.`
        : sentence`The timeline does not say ${names}. Add an entry.`,
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
  return isFact(fact) ? factNames[fact] : ''
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
