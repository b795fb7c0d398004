import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { insertSections } from '../editing/insertSections.ts'
import { joinWithAnd, type SentencePart, sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import { isForeign } from './support/foreignLanguage.ts'

export const essentialsMissing: Rule = {
  id: 'essentials-missing',
  summary: 'A report of any shape says what happened, when, why, and what will be done.',
  explanation: prose`
    A report that follows no template, and that nobody chose a template for, is not checked against one. It
    only needs what every reader looks for: a summary, what happened in order, why it could happen, and what
    will be done about it. Neither titles nor lists matter: an opening paragraph is a summary, sentences that
    say when or how much later are a timeline, "because" gives a cause, and "we have since …" says what was
    done. Only what there is no sign of is missing, and at most one finding says so.

    There is none about an exercise, a study of somebody else's incident or a proof of concept, whose author
    was not there. A report without any date or time is about a defect that has no course of events, so it is
    not asked for a timeline. Reports in languages other than English get none at all.

    To check such reports against a template, choose one in the settings, in a \`.postmortem.yml\`, or in the
    front matter of the report: \`postmortem: { template: google-sre }\`. A template can also be derived from
    the reports that a team already has.

    The fixes insert one of the sections that are missing.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          Nobody could search between 14:00 and 15:00 UTC on 10 May 2024, because the disk was full.

          ## The morning

          - 14:00 UTC - The disk is full.
          - 15:00 UTC - The old logs are deleted.

          ## Why nobody noticed

          The root cause was that the alert had been turned off.

          ## What we will change

          The alert is back.

          ## Action items

          - Alert when the disk is 80% full.
        `,
        messages: [],
      },
      { text: '# Shopping list\n\n- Bread\n', messages: [] },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          Nobody could search for an hour on 10 May 2024, because the disk of the index server was full.

          ## Impact

          All searches failed.

          ## What went well

          The backup was complete.

          ## What went wrong

          The alert had been turned off.
        `,
        messages: [
          'This report follows no template, and has no timeline. Add it, or choose a template to check against.',
        ],
      },
    ],
  },
  check: (report) =>
    report.yardstick.basis !== 'own-shape' || report.missing.length === 0 || isForeign(report)
      ? []
      : [toProblem(report)],
}

const names: Readonly<Record<string, SentencePart>> = {
  summary: sentence`summary`,
  timeline: sentence`timeline`,
  'root-cause': sentence`cause`,
  actions: sentence`action items`,
}

function toProblem(report: Report): Problem {
  const { missing, title, sections, region } = report
  const place = title ?? sections[0]?.title ?? { start: region.start, end: region.start }
  const list = joinWithAnd(missing.map(({ id, title }) => names[id] ?? title))
  return {
    message:
      missing.length === 1
        ? sentence`This report follows no template, and has no ${list}. Add it, or choose a template to check against.`
        : sentence`This report follows no template, and has no ${list}. Add them, or choose a template to check against.`,
    range: { start: place.start, end: place.end },
    fixes: missing.map((section) => ({
      title: sentence`Insert section "${section.title}"`,
      preferred: missing.length === 1,
      edits: insertSections([section], report),
    })),
  }
}
