import * as v from 'valibot'
import type { Fix, Rule } from '../checking/rule.ts'
import { prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { WrittenZone, ZoneReading } from '../time/written/written.ts'
import { offsetName } from '../time/written/zone.ts'
import { findStatedZones, type StatedZone } from './support/times/statedTimes.ts'
import { zoneNames } from './support/times/zoneNames.ts'

interface Options {
  readonly everybody: boolean
}

const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\n${timeline}\n`

export const timeZoneAmbiguous: Rule<Options> = {
  id: 'time-zone-ambiguous',
  summary: 'Time zone names are unambiguous.',
  explanation: prose`
    IST is the time of India, of Israel and of Ireland; CST is that of Chicago, of Shanghai and of Havana. A
    reader elsewhere may take the wrong one, and no tool can tell which one was meant. An offset
    (\`UTC+05:30\`) or the name of a region (\`Asia/Kolkata\`) leaves no doubt, and so does an offset beside
    the name: \`IST (UTC+5:30)\`.

    Each name is reported once. It matters most if the report also has times in another zone, because every
    comparison between the two depends on it. If there is one zone throughout, the finding is only an
    information. PST, EST and BST are accepted, because nearly everybody reads them alike, and so are CST and
    MST if the report uses other American zones. Names whose meaning the configuration gives are accepted as
    well.

    The fixes write one of the offsets wherever the name is used for a time.
  `,
  severity: 'warning',
  options: v.strictObject({
    everybody: v.optional(
      v.pipe(v.boolean(), v.description('Also report PST, EST and BST, which nearly everybody reads alike.')),
      false,
    ),
  }),
  examples: {
    good: [
      {
        text: report('- 14:00 EAT - An alert was received.\n- 15:10 EAT - The disk was cleared.'),
        messages: [],
      },
      {
        text: report('- 14:00 CST - An alert was received.\n- 13:10 PST - The disk was cleared.'),
        messages: [],
      },
      {
        text: report('- 14:00 IST (UTC+5:30) - An alert was received.\n- 15:10 PST - The disk was cleared.'),
        messages: [],
      },
    ],
    bad: [
      {
        text: report('All times in IST.\n\n- 14:00 - An alert was received.'),
        messages: [
          '"IST" is the name of several time zones: India, Israel, Irish summer. Write the offset from UTC.',
        ],
      },
      {
        text: report('- 14:00 CST - An alert was received.\n- 15:10 CST - The disk was cleared.'),
        messages: [
          '"CST" is the name of several time zones: US Central, China, Cuba. Write the offset from UTC.',
        ],
      },
    ],
  },
  check: (report, { options: { everybody } }) => {
    const names = new Map<string, StatedZone[]>()
    const zones = findStatedZones(report)
    for (const stated of zones) {
      const { name, meaning } = stated.zone
      const isUncertain = stated.uses.some(({ time }) => time.zone.certainty !== 'certain')
      if (meaning.kind !== 'ambiguous' || !isUncertain || (meaning.usual !== null && !everybody)) continue
      if (isSettledBy(zones, name)) continue
      names.set(name, [...(names.get(name) ?? []), stated])
    }
    const isAlone = new Set(zones.map(({ zone }) => zone.name)).size === 1
    return [...names].flatMap(([name, places]) => {
      const readings = readingsOf(places[0]?.zone)
      const [first] = places
      if (first === undefined) return []
      const list = readings
        .map(({ label }) => zoneNames[label])
        .reduce((before, label) => sentence`${before}, ${label}`)
      return [
        {
          message: sentence`"${name}" is the name of several time zones: ${list}. Write the offset from UTC.`,
          range: first.passage,
          fixes: readings.map((reading) => writeOffset(reading, places)),
          ...(isAlone && { mild: isAlone }),
        },
      ]
    })
  },
}

/** Names that can only mean American zones in a report that uses more than one of them. */
const americanNames: ReadonlySet<string> = new Set(
  'PST PDT PT MST MDT MT CST CDT CT EST EDT ET AKST AKDT HST'.split(' '),
)

function isSettledBy(zones: readonly StatedZone[], name: string): boolean {
  return (
    americanNames.has(name) && zones.some(({ zone }) => zone.name !== name && americanNames.has(zone.name))
  )
}

function readingsOf(zone: WrittenZone | undefined): readonly ZoneReading[] {
  return zone?.meaning.kind === 'ambiguous' ? zone.meaning.readings : []
}

function writeOffset({ label, offsetMinutes }: ZoneReading, places: readonly StatedZone[]): Fix {
  const text = `UTC${offsetName(offsetMinutes)}`
  return {
    title: sentence`Write "${text}" (${zoneNames[label]})`,
    preferred: false,
    edits: places.map(({ passage }) => ({ start: passage.start, end: passage.end, text })),
  }
}
