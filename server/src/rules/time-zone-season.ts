import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import { findSeasonMismatch, type SeasonMismatch } from '../time/repair/checks.ts'
import { localDay } from '../time/resolved/resolved.ts'
import { dayOf, findStatedZones, type StatedZone } from './support/times/statedTimes.ts'

const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\n${timeline}\n`

export const timeZoneSeason: Rule = {
  id: 'time-zone-season',
  summary: 'A time zone matches the season of its date and the offset beside it.',
  explanation: prose`
    In July nobody in Paris uses CET: the clocks show CEST. An author who writes \`14:00 CET\` for a day in
    July means either 14:00 on the wall clock or an hour later, and readers who convert it may be an hour off.
    The same goes for a name with an offset that it never has, such as \`PST (UTC-7)\`.

    Only abbreviations that apply for half of the year are checked, and only with a date that is certain. The
    days on which the clocks change are ignored. If a region keeps the same time all year, name the region or
    the offset.

    The fix writes the name that applies on that day and leaves the time as it is. Check that the time was
    read from a wall clock.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      { text: report('- 2024-07-10 14:00 CEST - An alert was received.'), messages: [] },
      { text: report('- 2024-01-10 14:00 PST (UTC-8) - An alert was received.'), messages: [] },
    ],
    bad: [
      {
        text: report('- 2024-07-10 14:00 CET - An alert was received.'),
        messages: ['On 2024-07-10 the clocks show CEST, not CET. Write "CEST", or correct the date.'],
      },
      {
        text: report('All times in PST (UTC-7).\n\n- 2024-07-10 14:00 - An alert was received.'),
        messages: ['"PST (UTC-7)" contradicts itself. Correct the name or the offset.'],
      },
    ],
  },
  check: (report) => {
    const zones = findStatedZones(report)
    const contradictions = zones.filter(({ zone }) => zone.isContradictory).map(describeContradiction)
    const wrong = zones.flatMap((stated) => findWrong(stated, report) ?? [])
    const names = new Set(wrong.map(({ stated }) => stated.zone.name))
    return [
      ...contradictions,
      ...[...names].flatMap((name) =>
        describeSeason(wrong.filter(({ stated }) => stated.zone.name === name)),
      ),
    ]
  },
}

function describeContradiction({ passage }: StatedZone): Problem {
  return {
    message: sentence`"${passage.text}" contradicts itself. Correct the name or the offset.`,
    range: passage,
    fixes: [],
  }
}

interface WrongSeason {
  readonly stated: StatedZone
  readonly mismatch: SeasonMismatch
  readonly day: string
}

/** A zone that is stated once for many times is wrong if most of them are in the other season. */
function findWrong(stated: StatedZone, { timeline }: Report): WrongSeason | null {
  if (Object.hasOwn(timeline.context.settings.abbreviations, stated.zone.name)) return null
  const wrong = stated.uses.flatMap(({ time }): WrongSeason[] => {
    const day = time.date.certainty === 'certain' ? localDay(time) : null
    const mismatch = day === null ? null : findSeasonMismatch(stated.zone, day)
    return mismatch === null ? [] : [{ stated, mismatch, day: dayOf(time) ?? '' }]
  })
  return wrong.length * 2 > stated.uses.length ? (wrong[0] ?? null) : null
}

/** One finding covers all places at which a name is wrong. */
function describeSeason(wrong: readonly WrongSeason[]): readonly Problem[] {
  const [first] = wrong
  if (first === undefined) return []
  const { written, expected } = first.mismatch
  const isName = wrong.every(({ stated }) => stated.zone.text.toUpperCase() === written)
  const edits = wrong.map(({ stated: { passage } }) => ({
    start: passage.start,
    end: passage.end,
    text: expected,
  }))
  return [
    {
      message: sentence`On ${first.day} the clocks show ${expected}, not ${written}. Write "${expected}", or correct the date.`,
      range: first.stated.passage,
      fixes: isName ? [{ title: sentence`Write "${expected}"`, preferred: true, edits }] : [],
    },
  ]
}
