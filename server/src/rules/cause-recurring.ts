import * as v from 'valibot'
import type { Problem, Remedy, Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import type { Comparable, Library } from '../library/comparable.ts'
import type { Known } from '../library/incident.ts'
import { linkBetween } from '../library/reportPath.ts'
import { countWhile } from '../lists/countWhile.ts'
import { quote } from '../messages/quote.ts'
import { sentence } from '../messages/sentence.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import { perObject } from '../postmortem/lines/perObject.ts'
import { millisecondsPerDay } from '../time/written/calendar.ts'
import { findNamed, groupIncidents, names, placeIn } from './support/library.ts'

interface Options {
  readonly days: number
}

export const causeRecurring: Rule<Options> = {
  id: 'cause-recurring',
  summary: 'A report links to the last incident with the same cause in the same service.',
  explanation: prose`
    The most expensive incident is the one that has happened before. If a cause comes back within weeks, the
    question is why the earlier action items did not prevent it, and without a link nobody asks.

    The rule compares the words under \`causes\` and \`services\` in the front matter or after a label, and
    the days that the reports state. Words that appear only in sentences prove nothing. Nothing is reported if
    the report mentions one of the earlier incidents in any way, or if the latest of them mentions this one.

    The quick fix names the other report under \`related\`.

    This rule compares reports, so it runs only when a folder or a workspace is checked.
  `,
  severity: 'information',
  options: v.strictObject({
    days: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.maxValue(3660),
        v.description('How many days before the incident it looks for others.'),
      ),
      90,
    ),
  }),
  examples: {
    good: [
      {
        text: markdown`
          ---
          causes: [expired-certificate]
          services: [checkout]
          related: [march.md]
          ---

          # Postmortem: nobody could pay

          ## Timeline

          - 2024-05-10 10:02 UTC - Payments failed.
        `,
        others: {
          'march.md': markdown`
            ---
            causes: [expired-certificate]
            services: [checkout]
            related: [report.md]
            ---

            # Postmortem: payments fail

            ## Timeline

            - 2024-03-02 18:40 UTC - Payments failed.
          `,
        },
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          ---
          causes: [expired-certificate]
          services: [checkout]
          ---

          # Postmortem: nobody could pay

          ## Timeline

          - 2024-05-10 10:02 UTC - Payments failed.
        `,
        others: {
          'march.md': markdown`
            ---
            causes: [expired-certificate]
            services: [checkout, search]
            ---

            # Postmortem: payments fail

            ## Timeline

            - 2024-03-02 18:40 UTC - Payments failed.
          `,
        },
        messages: [
          'The cause "expired-certificate" was already behind "march.md" on 2024-03-02, in the service "checkout". Name that report under "related", and say why its measures did not help.',
        ],
      },
    ],
  },
  check: () => [],
  compare: (own, library, { days }) => {
    const day = dayOf(own)
    if (day === null) return []
    const named = own.incident.related.flatMap(({ value }) => findNamed(value, own, library))
    return own.incident.causes.flatMap((cause, index): readonly Problem[] => {
      const range = own.places.causes[index]
      if (range === undefined || cause.certainty !== 'certain') return []
      for (const service of own.incident.services.filter(isCertain)) {
        const before = findLastBefore(own, day, groups(library).get(keyOf(cause, service)) ?? [])
        if (before === null || day - before.day > days) continue
        const isKnown = named.some((each) => keysOf(each).includes(keyOf(cause, service)))
        if (isKnown || names(own, before.found, library) || names(before.found, own, library)) return []
        const { file, date } = before.found.incident
        const address = linkBetween(own.incident.file, file)
        const link = quote(address)
        const message = sentence`The cause ${quote(cause.value)} was already behind ${link} on ${date?.value ?? ''}, in the service ${quote(service.value)}. Name that report under "related", and say why its measures did not help.`
        const remedy: Remedy = {
          title: sentence`Name ${link} under "related"`,
          file: own.incident.file,
          change: { kind: 'relate', link: address },
        }
        const related = [placeIn(before.found, placeOf(before.found, cause))]
        return [{ message, range, related, fixes: [], remedy }]
      }
      return []
    })
  },
}

/** Where a report names a cause. */
function placeOf({ incident, places }: Comparable, cause: Known<string>): Range {
  const index = incident.causes.findIndex((each) => wordOf(each) === wordOf(cause))
  return places.causes[index] ?? places.title
}

function isCertain({ certainty }: Known<string>): boolean {
  return certainty === 'certain'
}

/** Days since 1970; null if the day is only assumed. */
function dayOf({ incident: { date } }: Comparable): number | null {
  return date === null || date.certainty !== 'certain' ? null : Date.parse(date.value) / millisecondsPerDay
}

const groups = groupIncidents(keysOf)

function keysOf({ incident: { causes, services } }: Comparable): readonly string[] {
  return causes
    .filter(isCertain)
    .flatMap((cause) => services.filter(isCertain).map((service) => keyOf(cause, service)))
}

function keyOf(cause: Known<string>, service: Known<string>): string {
  return JSON.stringify([cause, service].map(wordOf))
}

/** `expired-certificate` and "expired certificate" are one word of the team. */
function wordOf({ value }: Known<string>): string {
  return value.toLowerCase().replace(/[\s_-]+/g, '-')
}

interface Dated {
  readonly day: number
  readonly found: Comparable
}

/** The first one first. */
const inOrder = perObject((group: Library) =>
  group
    .flatMap((found): readonly Dated[] => {
      const day = dayOf(found)
      return day === null ? [] : [{ day, found }]
    })
    .sort((one, other) => one.day - other.day),
)

/** The last incident of another report on an earlier day. */
function findLastBefore(own: Comparable, day: number, group: Library): Dated | null {
  const dated = inOrder(group)
  const earlier = countWhile(dated, (each) => each.day < day)
  for (let at = earlier - 1; at >= 0; at -= 1) {
    const each = dated[at] as Dated
    if (each.found.incident.file !== own.incident.file) return each
  }
  return null
}
