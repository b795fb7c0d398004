import { noOptions, type Problem, type Remedy, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { linkBetween } from '../library/reportPath.ts'
import { quote } from '../messages/quote.ts'
import { sentence } from '../messages/sentence.ts'
import { findNamed, names, placeIn } from './support/library.ts'

export const relatedOneWay: Rule = {
  id: 'related-one-way',
  summary: 'Two related reports name each other.',
  explanation: prose`
    Readers of the earlier report should learn that it happened again, and ask what became of its action
    items. A report names another one under \`related\`, after a label such as "Related incidents", as a
    "recurrence of" it, or by any link to it.

    The quick fix adds this report to the related incidents of the other one, if that has front matter or
    already names some.

    This rule compares reports, so it runs only when a folder or a workspace is checked, and says nothing
    about a report outside it.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          ---
          related: [first.md]
          ---

          # Postmortem: search is down again

          ## Timeline

          - 10:02 UTC - The search was down.
        `,
        others: {
          'first.md': markdown`
            # Postmortem: search is down

            It [happened again](report.md).

            ## Timeline

            - 18:40 UTC - The search was down.
          `,
        },
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          ---
          related: [first.md]
          ---

          # Postmortem: search is down again

          ## Timeline

          - 10:02 UTC - The search was down.
        `,
        others: {
          'first.md': markdown`
            # Postmortem: search is down

            ## Timeline

            - 18:40 UTC - The search was down.
          `,
        },
        messages: ['"first.md" does not name this report. Name it there, so that its readers learn of it.'],
      },
    ],
  },
  check: () => [],
  compare: (own, library) =>
    own.incident.related.flatMap(({ value }, index): readonly Problem[] => {
      const range = own.places.related[index]
      const [other, ...more] = findNamed(value, own, library)
      // An id that several reports have is found by another rule.
      if (range === undefined || other === undefined || more.length > 0) return []
      if (other.incident.file === own.incident.file || names(other, own, library)) return []
      const link = quote(linkBetween(own.incident.file, other.incident.file))
      const message = sentence`${link} does not name this report. Name it there, so that its readers learn of it.`
      const remedy: Remedy = {
        title: sentence`Name this report in ${link}`,
        file: other.incident.file,
        change: { kind: 'relate', link: linkBetween(other.incident.file, own.incident.file) },
      }
      return [{ message, range, related: [placeIn(other, other.places.title)], fixes: [], remedy }]
    }),
}
