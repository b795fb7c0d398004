import * as v from 'valibot'
import type { Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { joinSentences, sentence } from '../messages/sentence.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { isTemplateGuessed } from './support/guessedTemplate.ts'

interface Options {
  readonly min: number | null
  readonly max: number | null
}

const length = (description: string) =>
  v.optional(
    v.pipe(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), v.description(description)),
    null,
  )

export const lengthReport: Rule<Options> = {
  id: 'length-report',
  summary: 'A report keeps to the length that its template asks for.',
  explanation: prose`
    A report that is too short leaves out what others need to learn from it; one that is too long goes unread.
    The words counted are those of the report that a reader sees. Front matter, comments, code blocks,
    addresses and anything in the file before the report do not count. Templates that name no length set no
    limits.

    In a report about several incidents, the maximum applies to each incident and the minimum to none. The
    rule does not call a report too short while it still contains placeholders from its template.
  `,
  severity: 'warning',
  severityIn: { lightweight: 'hint', public: 'hint' },
  options: v.strictObject({
    min: length('The minimum number of words; the template decides by default.'),
    max: length('The maximum number of words; the template decides by default.'),
  }),
  examples: {
    good: [
      {
        text: markdown`
          ---
          postmortem:
            rules:
              length-report: { min: 10, max: 30 }
          ---

          # Postmortem: search is down

          ## Issue Summary

          The search was down for an hour.

          ## Timeline

          - 14:02 UTC - The search stopped answering.
        `,
        messages: [],
      },
      { text: '# Shopping list\n\n- Bread\n', messages: [] },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          - **Root Cause:** {{the cause, in one sentence}}

          ## Timeline

          - 14:02 UTC - The search stopped answering.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          The search was down for an hour.

          ## Timeline

          - 14:02 UTC - The search stopped answering.
        `,
        messages: ['The report has 20 words. Write at least 400 (380 more).'],
      },
      {
        text: markdown`
          ---
          postmortem:
            rules:
              length-report: { min: 5, max: 10 }
          ---

          # Postmortem: search is down

          ## Issue Summary

          The search was down for an hour.

          ## Timeline

          - 14:02 UTC - The search stopped answering.
        `,
        messages: ['The report has 20 words. Shorten it to at most 10.'],
      },
    ],
  },
  check: (report, { options }) => {
    if (isTemplateGuessed(report) && options.min === null && options.max === null) return []
    const min = options.min ?? report.template.words?.min ?? 0
    const max = options.max ?? report.template.words?.max ?? Number.POSITIVE_INFINITY
    const tolerance = report.yardstick.basis === 'chosen' ? 0 : assumedTolerance
    const advice =
      report.words < min - (options.min === null ? min * tolerance : 0)
        ? sentence`Write at least ${min} (${min - report.words} more).`
        : report.words > max + (options.max === null ? max * tolerance : 0)
          ? sentence`Shorten it to at most ${max}.`
          : null
    if (advice === null || (report.words < min && (report.isPart || isUnfinished(report)))) return []
    const count =
      report.words === 1 ? sentence`The report has 1 word.` : sentence`The report has ${report.words} words.`
    const isOwnLimit = report.words < min ? options.min !== null : options.max !== null
    const problem = { message: joinSentences(count, advice), range: findPlace(report), fixes: [] }
    return [report.yardstick.isPlain || isOwnLimit ? problem : { ...problem, mild: true }]
  },
}

/** A template that nobody chose is not insisted on for a few words. */
const assumedTolerance = 0.05

/** Placeholders from the template are left, so the author is not done. */
function isUnfinished({ placeholders }: Report): boolean {
  return placeholders.some(({ text }) => text.startsWith('{{'))
}

function findPlace({ title, sections, region }: Report): Range {
  const place = title ?? sections[0]?.title
  return place === undefined
    ? { start: region.start, end: region.start }
    : { start: place.start, end: place.end }
}
