import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import type { Comparable } from '../library/comparable.ts'
import { linkBetween, nameOfFile } from '../library/reportPath.ts'
import { wordsOf } from '../library/wordsOf.ts'
import { quote } from '../messages/quote.ts'
import { sentence } from '../messages/sentence.ts'
import { byId, groupIncidents, idKey, placeIn } from './support/library.ts'

export const reportDuplicate: Rule = {
  id: 'report-duplicate',
  summary: 'Each incident has one report, and each report an id of its own.',
  explanation: prose`
    Two reports with one id, or with one title and day, are usually a copy that somebody began to edit.
    Readers find the wrong one, and every figure counts the incident twice. Two reports with one id, one day
    and similar titles may be written for different readers, so they are only an information, and a report of the
    incident and its postmortem in one folder share an id rightly. Titles of common words, such as "Incident report", are not compared, and neither are days that are only assumed. Reports
    with different ids are different incidents, and copies that \`postmortem publish\` wrote are not compared.

    This rule compares reports, so it runs only when a folder or a workspace is checked.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          ---
          id: INC-12
          ---

          # Postmortem: search is down

          ## Timeline

          - 2024-05-10 10:02 UTC - The search was down.
        `,
        others: {
          'search-again.md': markdown`
            ---
            id: INC-13
            ---

            # Postmortem: search is down

            ## Timeline

            - 2024-05-10 18:40 UTC - The search was down again.
          `,
        },
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          ---
          id: INC-12
          ---

          # Postmortem: search is down

          ## Timeline

          - 10:02 UTC - The search was down.
        `,
        others: {
          'checkout.md': markdown`
            ---
            id: INC-12
            ---

            # Postmortem: nobody could pay

            ## Timeline

            - 18:40 UTC - Payments failed.
          `,
        },
        messages: ['"INC-12" is also the id of "checkout.md". Give each report an id of its own.'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 2024-05-10 10:02 UTC - The search was down.
        `,
        others: {
          'copy.md': markdown`
            # Postmortem: search is down

            ## Timeline

            - 2024-05-10 10:05 UTC - The search was down.
          `,
        },
        messages: [
          '"copy.md" has the same title and is about the same day. Keep one of the two, or say in the titles how they differ.',
        ],
      },
    ],
  },
  check: () => [],
  compare: (own, library) => {
    const { incident, places } = own
    const isOther = (each: Comparable) => each.incident.file !== incident.file
    const link = (other: Comparable) => quote(linkBetween(incident.file, other.incident.file))
    const id = incident.id?.value ?? null
    const sameId = id === null ? undefined : byId(library).get(idKey(id))?.find(isOther)
    if (id !== null && sameId !== undefined && areTwoKinds(own, sameId)) return []
    if (id !== null && places.id !== null && sameId !== undefined) {
      const message = sentence`${quote(id)} is also the id of ${link(sameId)}. Give each report an id of its own.`
      const related = [placeIn(sameId, sameId.places.id ?? sameId.places.title)]
      const mild = isSameIncident(own, sameId)
      return [{ message, ...(mild && { mild }), range: places.id, related, fixes: [] } satisfies Problem]
    }
    const twin = byTitleAndDay(library)
      .get(titleAndDay(own)[0] ?? '')
      ?.find((each) => isOther(each) && (id === null || each.incident.id === null))
    if (twin === undefined) return []
    const message = sentence`${link(twin)} has the same title and is about the same day. Keep one of the two, or say in the titles how they differ.`
    const related = [placeIn(twin, twin.places.title)]
    return [{ message, range: places.title, related, fixes: [] } satisfies Problem]
  },
}

/** The report of an incident and its postmortem are in one folder, and one of them calls itself or its file so. */
function areTwoKinds({ incident }: Comparable, { incident: other }: Comparable): boolean {
  const isOneFolder = folderOf(incident.file) === folderOf(other.file)
  return (
    isOneFolder && kindOf(incident) !== null && kindOf(other) !== null && kindOf(incident) !== kindOf(other)
  )
}

const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['postmortem', /post[-_ ]?mortem|retrospective|\brca\b|root[-_ ]cause/i],
  ['report', /incident[-_ ](?:report|log|summary)/i],
  ['timeline', /timeline/i],
]

/** What the file is called counts before its title, which may name both. */
function kindOf({ file, title }: Comparable['incident']): string | null {
  const texts = [file.slice(folderOf(file).length), title]
  for (const text of texts) {
    const kind = kinds.find(([, pattern]) => pattern.test(text))
    if (kind !== undefined) return kind[0]
  }
  return null
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}

/** Of one incident, a team may write a report for itself and another one for others, on purpose. */
function isSameIncident({ incident }: Comparable, { incident: other }: Comparable): boolean {
  if (incident.date === null || incident.date.value !== other.date?.value) return false
  const [words, others] = [wordsOf(incident.title), wordsOf(other.title)]
  const shared = words.filter((word) => others.includes(word)).length
  return shared * 2 >= Math.min(words.length, others.length)
}

/** "Security incident report" says of which kind two reports are, but not that they are the same one. */
function saysWhat(title: string): boolean {
  return wordsOf(title).some((word) => !kindsOfIncident.has(word))
}

const kindsOfIncident: ReadonlySet<string> = new Set([
  'security',
  'data',
  'production',
  'analysis',
  'review',
  'summary',
])

const byTitleAndDay = groupIncidents(titleAndDay)

function titleAndDay({ incident: { file, title, date } }: Comparable): readonly string[] {
  if (date === null || date.certainty !== 'certain' || title === nameOfFile(file) || !saysWhat(title))
    return []
  return [`${date.value} ${title.toLowerCase()}`]
}
