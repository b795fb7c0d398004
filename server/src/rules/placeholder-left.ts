import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { groupBy } from '../lists/groupBy.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import { findSuppression } from '../postmortem/blocks/findSuppression.ts'
import { isContent } from '../postmortem/blocks/placedLine.ts'
import { isWithin, type Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { isUnknownTime } from '../postmortem/sections/placeholders.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { sectionAt } from '../postmortem/sections/sectionAt.ts'
import { formatDuration } from '../time/repair/print.ts'
import { distanceBetween } from '../time/resolved/order.ts'

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  summary: 'No placeholder is left to fill in.',
  explanation: prose`
    From a distance, a placeholder looks like an answer. The rule reports \`{{…}}\`, \`[insert …]\`,
    \`<date>\`, blanks made of underscores, \`XX:XX\`, formats such as \`YYYY-MM-DD\` and \`HH:MM\` in place of
    a value, and the words TODO, TBD, TBC and FIXME in capitals where they take the place of an answer. Code,
    links and addresses are never taken for placeholders, and neither is TODO as the title of a list, as a task
    or as its state.

    Each section is reported once, however many places are left in it. While most of the report is still to be
    written, this is only an information. So is \`??:??\`, which says that nobody knows the time.

    Only the author knows what belongs there, with two exceptions that a template may contain. One fix fills
    in \`{{how long}}\` once the start and the end are known. Another fills in every \`{{time zone}}\` if the
    report names a zone.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          The template \`{{ user }}\` was rendered as it stands, see [the ticket](https://tracker.test/1).

          ## Timeline

          - 14:02 UTC - The search stopped answering.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Timeline

          Text.

          ## Action Items

          TODO:

          - [ ] TODO: rotate the logs

          | Task            | Owner | Status |
          | --------------- | ----- | ------ |
          | Alert on uptime | Anna  | TODO   |
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          - **Impact:** {{how many}}% of users saw an error

          ## Timeline

          - HH:MM UTC - The search stopped answering.
        `,
        messages: [
          '"{{how many}}" is a placeholder. Write what belongs there.',
          '"HH:MM" is a placeholder. Write what belongs there.',
        ],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Timeline

          - 14:02 UTC - The search stopped answering.
          - {{HH:MM}} UTC - {{how it was resolved}}
        `,
        messages: ['2 placeholders are left in "Timeline". Fill them in.'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          ## Root Cause

          TBD
        `,
        messages: ['"TBD" is a placeholder. Write what belongs there.'],
      },
    ],
  },
  check: (report) => {
    const places = report.placeholders.filter(({ start }) => !isWithin(start, report.markup.code))
    if (places.length === 0) return []
    const isSuppressed = ({ start }: Passage) =>
      findSuppression('placeholder-left', start, report.suppressions) !== null
    // A comment silences its own line, and not the rest of the section.
    const groups = [
      ...groupBySection(
        places.filter((each) => !isSuppressed(each)),
        report,
      ),
      ...places.filter(isSuppressed).map((each): Group => ({ section: null, places: [each] })),
    ]
    const young = isYoung(places, report)
    return groups.map((group) =>
      toProblem(group, young || group.places.every(({ text }) => isUnknownTime(text)), report),
    )
  },
}

interface Group {
  readonly section: Section | null
  /** At least one, in reading order. */
  readonly places: readonly Passage[]
}

function groupBySection(places: readonly Passage[], { sections }: Report): readonly Group[] {
  const groups = groupBy(places, ({ start }) => sectionAt(start, sections) ?? null)
  return [...groups].map(([section, own]) => ({ section, places: own }))
}

/** True while most lines still wait for their author, who knows that. */
function isYoung(places: readonly Passage[], { lines }: Report): boolean {
  const content = lines.filter((placed) => isContent(placed) && placed.line.heading === null)
  let next = 0
  const waiting = content.filter((placed) => {
    const { start, end } = placed.range
    while (next < places.length && (places[next] as Passage).start < start) next += 1
    return (places[next]?.start ?? end) < end
  })
  return waiting.length * 2 > content.length
}

function toProblem({ section, places }: Group, mild: boolean, report: Report): Problem {
  const [first, ...others] = places as readonly [Passage, ...Passage[]]
  return {
    message: describe(first, places.length, section),
    ...(mild && { mild }),
    range: { start: first.start, end: first.end },
    ...(others.length > 0 && {
      related: others.map(({ text, start, end }) => ({
        message: sentence`"${text}" is left here.`,
        range: { start, end },
      })),
    }),
    fixes: fillInAll(places, report),
  }
}

function describe({ text }: Passage, count: number, section: Section | null): Sentence {
  if (count === 1) return sentence`"${text}" is a placeholder. Write what belongs there.`
  if (section === null) return sentence`${count} placeholders are left here. Fill them in.`
  return sentence`${count} placeholders are left in "${section.title.text}". Fill them in.`
}

/** Each fix once, and at most one of them preferred. */
function fillInAll(places: readonly Passage[], report: Report): readonly Fix[] {
  const known = new Map<string, Fix>()
  for (const place of places) {
    if (known.has(place.text)) continue
    for (const fix of fillIn(place, report)) known.set(place.text, fix)
  }
  return [...known.values()].map((fix, index) => ({ ...fix, preferred: index === 0 }))
}

/** Fills in what the rest of the report already says. */
function fillIn(placeholder: Passage, report: Report): readonly Fix[] {
  const text = knownValues[placeholder.text]?.(report) ?? null
  if (text === null) return []
  // The time zone is the same throughout the report.
  const places =
    placeholder.text === timeZone
      ? report.placeholders.filter((each) => each.text === timeZone)
      : [placeholder]
  const edits = places.map(({ start, end }) => ({ start, end, text }))
  return [{ title: sentence`Write "${text}"`, preferred: true, edits }]
}

const timeZone = '{{time zone}}'

const knownValues: Readonly<Record<string, (report: Report) => string | null>> = {
  '{{how long}}': ({ fields: { start, end } }) => {
    const distance = start === null || end === null ? null : distanceBetween(start.time, end.time)
    if (distance === null || distance.certainty !== 'certain' || distance.minutes <= 0) return null
    return formatDuration(distance.minutes)
  },
  [timeZone]: ({ fields }) => fields.timeZone?.text ?? null,
}
