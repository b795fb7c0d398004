import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import type { Comparable } from '../library/comparable.ts'
import { quote } from '../messages/quote.ts'
import { sentence } from '../messages/sentence.ts'
import { byId, findNamed, groupIncidents, idKey } from './support/library.ts'

export const relatedMissing: Rule = {
  id: 'related-missing',
  summary: 'Every related incident that a report names has a report.',
  explanation: prose`
    A report that is said to be related teaches nothing if nobody can find it. A path in \`related\` is looked
    up in the file system. An id is looked up among the reports that are checked together, in a folder or a
    workspace, and only if another of them has an id that begins with the same letters: ids of another form
    may belong to another repository or to a tracker. The report may still exist elsewhere, so an unknown id
    is only an information.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          ---
          related: [INC-7, TICKET-12]
          ---

          # Postmortem: search is down

          ## Timeline

          - 10:02 UTC - The search was down.
        `,
        others: {
          'checkout.md': markdown`
            ---
            id: INC-7
            ---

            # Postmortem: nobody could pay

            ## Timeline

            - 18:40 UTC - Payments failed.
          `,
        },
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          ---
          related: [INC-77]
          ---

          # Postmortem: search is down

          ## Timeline

          - 10:02 UTC - The search was down.
        `,
        others: {
          'checkout.md': markdown`
            ---
            id: INC-7
            ---

            # Postmortem: nobody could pay

            ## Timeline

            - 18:40 UTC - Payments failed.
          `,
        },
        messages: ['No report here has the id "INC-77". Correct it, or remove it.'],
      },
    ],
  },
  check: ({ profile }, { hasFile }) =>
    profile.related.flatMap(({ text, source, start, end }): readonly Problem[] => {
      // The links of a text are checked by themselves.
      if (source === 'text' || !isPath(text) || hasFile(withoutFragment(text)) !== false) return []
      const message = sentence`There is no report ${quote(text)}. Correct the path, or remove it.`
      return [{ message, range: { start, end }, fixes: [] }]
    }),
  compare: (own, library) =>
    own.incident.related.flatMap(({ value, certainty }, index): readonly Problem[] => {
      const range = own.places.related[index]
      const prefix = idPrefix(value)
      if (range === undefined || prefix === null || certainty !== 'certain') return []
      if (!byIdPrefix(library).has(prefix) || byId(library).has(idKey(value))) return []
      if (findNamed(value, own, library).length > 0) return []
      const message = sentence`No report here has the id ${quote(value)}. Correct it, or remove it.`
      return [{ message, mild: true, range, fixes: [] }]
    }),
}

/** True for a relative path of a Markdown file, and not for an address, a pattern or a variable. */
function isPath(text: string): boolean {
  const path = withoutFragment(text)
  const isElsewhere = /^(?:[/~]|[a-z][a-z\d+.-]{1,20}:)/i.test(path)
  const isPlain = path.length <= 310 && !/[<>{}$*|\0]/.test(path) && !/\s/.test(text.slice(path.length))
  return !isElsewhere && isPlain && /.\.(?:md|markdown)$/i.test(path)
}

function withoutFragment(path: string): string {
  return path.split('#', 1)[0] ?? ''
}

const byIdPrefix = groupIncidents(({ incident: { id } }: Comparable) => {
  const prefix = id === null ? null : idPrefix(id.value)
  return prefix === null ? [] : [prefix]
})

/** `inc` of `INC-7`: the letters that the ids of one series begin with. */
function idPrefix(id: string): string | null {
  return /^([a-z]{2,15})[-_ #]?\d[\w-]{0,30}$/i.exec(id.trim())?.[1]?.toLowerCase() ?? null
}
