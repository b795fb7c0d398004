/**
 * The zones that the grammar knows by name. A row is a zone; adding one is adding a row.
 *
 * One table is longer than a file should be, and still shorter to read than two.
 *
 * An abbreviation is never handed to `Intl`: ICU reads BST as Bangladesh, and `Etc/GMT+1` is UTC-1.
 */

import type { ZoneLabel, ZoneMeaning, ZoneReading } from './written.ts'

export interface ZoneRow {
  /** The abbreviations, in capitals; the first is the name that is shown. */
  readonly abbreviations: readonly string[]
  /** The spelled-out names in lower case, without the closing "time". */
  readonly words?: readonly string[]
  readonly meaning: ZoneMeaning
  readonly season?: ZoneSeason
}

/** An abbreviation that holds for only one half of the year in the region where it is used. */
export interface ZoneSeason {
  readonly region: string
  /** The abbreviation that the region uses in the other half. */
  readonly counterpart: string
}

export const zoneTable: readonly ZoneRow[] = [
  {
    abbreviations: ['UTC'],
    words: ['universal', 'coordinated universal', 'co ordinated universal', 'universal coordinated'],
    meaning: fixed(0),
  },
  {
    abbreviations: ['GMT'],
    words: ['greenwich', 'greenwich mean', 'greenwitch', 'greenwitch mean'],
    meaning: fixed(0),
  },

  {
    abbreviations: ['EAT'],
    words: orStandard('east africa', 'east african', 'eastern africa', 'eastern african'),
    meaning: fixed(180),
  },
  {
    abbreviations: ['WAT'],
    words: orStandard(
      'west africa',
      'west african',
      'western africa',
      'western african',
      'west central africa',
      'west central african',
    ),
    meaning: fixed(60),
  },
  { abbreviations: ['CAT'], words: orStandard('central africa', 'central african'), meaning: fixed(120) },
  { abbreviations: ['SAST'], words: orStandard('south africa', 'south african'), meaning: fixed(120) },

  {
    abbreviations: ['CET'],
    words: orStandard('central europe', 'central european'),
    meaning: fixed(60),
    season: { region: 'Europe/Paris', counterpart: 'CEST' },
  },
  {
    abbreviations: ['CEST'],
    words: inSummer('central europe', 'central european'),
    meaning: fixed(120),
    season: { region: 'Europe/Paris', counterpart: 'CET' },
  },
  {
    abbreviations: ['EET'],
    words: orStandard('eastern europe', 'eastern european', 'east european'),
    meaning: fixed(120),
    season: { region: 'Europe/Helsinki', counterpart: 'EEST' },
  },
  {
    abbreviations: ['EEST'],
    words: inSummer('eastern europe', 'eastern european', 'east european'),
    meaning: fixed(180),
    season: { region: 'Europe/Helsinki', counterpart: 'EET' },
  },
  {
    abbreviations: ['WEST'],
    words: inSummer('western europe', 'western european', 'west european'),
    meaning: fixed(60),
    season: { region: 'Europe/Lisbon', counterpart: 'WET' },
  },
  {
    abbreviations: ['WET'],
    words: orStandard('western europe', 'western european', 'west european'),
    meaning: fixed(0),
    season: { region: 'Europe/Lisbon', counterpart: 'WEST' },
  },
  { abbreviations: ['MSK'], words: orStandard('moscow'), meaning: fixed(180) },

  {
    abbreviations: ['EDT'],
    words: inSummer('eastern', 'us eastern', 'north american eastern'),
    meaning: fixed(-240),
    season: { region: 'America/New_York', counterpart: 'EST' },
  },
  {
    abbreviations: ['PDT'],
    words: inSummer('pacific', 'us pacific', 'north american pacific'),
    meaning: fixed(-420),
    season: { region: 'America/Los_Angeles', counterpart: 'PST' },
  },
  {
    abbreviations: ['MDT'],
    words: inSummer('mountain', 'us mountain'),
    meaning: fixed(-360),
    season: { region: 'America/Denver', counterpart: 'MST' },
  },
  {
    abbreviations: ['AKST'],
    words: standard('alaska', 'alaskan'),
    meaning: fixed(-540),
    season: { region: 'America/Anchorage', counterpart: 'AKDT' },
  },
  {
    abbreviations: ['AKDT'],
    words: inSummer('alaska', 'alaskan'),
    meaning: fixed(-480),
    season: { region: 'America/Anchorage', counterpart: 'AKST' },
  },
  {
    abbreviations: ['HST'],
    words: orStandard('hawaii', 'hawaiian', 'hawaii aleutian'),
    meaning: fixed(-600),
  },
  { abbreviations: ['BRT'], words: orStandard('brasilia'), meaning: fixed(-180) },

  { abbreviations: ['JST'], words: orStandard('japan', 'japanese'), meaning: fixed(540) },
  { abbreviations: ['KST'], words: orStandard('korea', 'korean'), meaning: fixed(540) },
  { abbreviations: ['HKT'], words: orStandard('hong kong'), meaning: fixed(480) },
  { abbreviations: ['SGT'], words: orStandard('singapore'), meaning: fixed(480) },
  { abbreviations: ['PKT'], words: orStandard('pakistan'), meaning: fixed(300) },
  { abbreviations: ['NPT'], words: orStandard('nepal'), meaning: fixed(345) },
  {
    abbreviations: ['WIB'],
    words: orStandard('western indonesia', 'western indonesian'),
    meaning: fixed(420),
  },
  {
    abbreviations: ['NZST'],
    words: standard('new zealand'),
    meaning: fixed(720),
    season: { region: 'Pacific/Auckland', counterpart: 'NZDT' },
  },
  {
    abbreviations: ['NZDT'],
    words: inSummer('new zealand'),
    meaning: fixed(780),
    season: { region: 'Pacific/Auckland', counterpart: 'NZST' },
  },
  // Queensland keeps AEST and the Northern Territory ACST all the year, so these have no season.
  {
    abbreviations: ['AEST'],
    words: standard('australian eastern', 'australia eastern'),
    meaning: fixed(600),
  },
  {
    abbreviations: ['AEDT'],
    words: inSummer('australian eastern', 'australia eastern'),
    meaning: fixed(660),
    season: { region: 'Australia/Sydney', counterpart: 'AEST' },
  },
  {
    abbreviations: ['ACST'],
    words: standard('australian central', 'australia central'),
    meaning: fixed(570),
  },
  {
    abbreviations: ['ACDT'],
    words: inSummer('australian central', 'australia central'),
    meaning: fixed(630),
    season: { region: 'Australia/Adelaide', counterpart: 'ACST' },
  },
  {
    abbreviations: ['AWST'],
    words: orStandard('australian western', 'australia western'),
    meaning: fixed(480),
  },

  {
    abbreviations: ['ET'],
    words: ['eastern', 'us eastern', 'north american eastern'],
    meaning: region('America/New_York'),
  },
  {
    abbreviations: ['PT'],
    words: ['pacific', 'us pacific', 'north american pacific'],
    meaning: region('America/Los_Angeles'),
  },
  { abbreviations: ['MT'], words: ['mountain', 'us mountain'], meaning: region('America/Denver') },
  { abbreviations: [], words: ['uk', 'british', 'london'], meaning: region('Europe/London') },
  { abbreviations: [], words: ['new york'], meaning: region('America/New_York') },
  { abbreviations: [], words: ['nairobi', 'kenya', 'kenyan'], meaning: region('Africa/Nairobi') },
  { abbreviations: [], words: ['lagos', 'nigeria', 'nigerian'], meaning: region('Africa/Lagos') },
  { abbreviations: [], words: ['berlin', 'german', 'germany'], meaning: region('Europe/Berlin') },
  { abbreviations: [], words: ['paris', 'french'], meaning: region('Europe/Paris') },

  {
    abbreviations: ['PST'],
    words: standard('pacific', 'us pacific', 'north american pacific'),
    meaning: usually(at('US Pacific', -480, 'America/Los_Angeles'), at('Philippines', 480, 'Asia/Manila')),
    season: { region: 'America/Los_Angeles', counterpart: 'PDT' },
  },
  {
    abbreviations: ['EST'],
    words: standard('eastern', 'us eastern', 'north american eastern'),
    meaning: usually(
      at('US Eastern', -300, 'America/New_York'),
      at('Australia, older use', 600, 'Australia/Brisbane'),
    ),
    season: { region: 'America/New_York', counterpart: 'EDT' },
  },
  {
    abbreviations: ['BST'],
    words: inSummer('british'),
    meaning: usually(at('British summer', 60, 'Europe/London'), at('Bangladesh', 360, 'Asia/Dhaka')),
    season: { region: 'Europe/London', counterpart: 'GMT' },
  },
  {
    abbreviations: ['IST'],
    meaning: unclear(
      at('India', 330, 'Asia/Kolkata'),
      at('Israel', 120, 'Asia/Jerusalem'),
      at('Irish summer', 60, 'Europe/Dublin'),
    ),
  },
  {
    abbreviations: ['CST'],
    meaning: unclear(
      at('US Central', -360, 'America/Chicago'),
      at('China', 480, 'Asia/Shanghai'),
      at('Cuba', -300, 'America/Havana'),
    ),
  },
  {
    abbreviations: ['CDT'],
    meaning: unclear(at('US Central', -300, 'America/Chicago'), at('Cuba', -240, 'America/Havana')),
    season: { region: 'America/Chicago', counterpart: 'CST' },
  },
  {
    abbreviations: ['CT'],
    meaning: unclear(at('US Central standard', -360, 'America/Chicago'), at('China', 480, 'Asia/Shanghai')),
  },
  {
    abbreviations: ['AST'],
    meaning: unclear(at('Atlantic', -240, 'America/Halifax'), at('Arabia', 180, 'Asia/Riyadh')),
  },
  {
    abbreviations: ['ADT'],
    meaning: unclear(at('Atlantic', -180, 'America/Halifax'), at('Arabia, older use', 240, null)),
  },
  {
    abbreviations: ['AMT'],
    meaning: unclear(at('Amazon', -240, 'America/Manaus'), at('Armenia', 240, 'Asia/Yerevan')),
  },
  {
    abbreviations: ['GST'],
    meaning: unclear(at('Gulf', 240, 'Asia/Dubai'), at('South Georgia', -120, 'Atlantic/South_Georgia')),
  },
  {
    abbreviations: ['MST'],
    meaning: unclear(at('US Mountain', -420, 'America/Denver'), at('Malaysia', 480, 'Asia/Kuala_Lumpur')),
  },
  {
    abbreviations: ['SST'],
    meaning: unclear(at('Samoa', -660, 'Pacific/Pago_Pago'), at('Singapore', 480, 'Asia/Singapore')),
  },
  {
    abbreviations: ['ECT'],
    meaning: unclear(at('Ecuador', -300, 'America/Guayaquil'), at('Eastern Caribbean', -240, null)),
  },
  {
    abbreviations: ['WST'],
    meaning: unclear(at('Western Australia', 480, 'Australia/Perth'), at('West Samoa', 780, 'Pacific/Apia')),
  },

  // Spelled out, the ambiguous abbreviations are no longer ambiguous.
  { abbreviations: [], words: orStandard('india', 'indian'), meaning: fixed(330) },
  { abbreviations: [], words: standard('israel'), meaning: fixed(120) },
  { abbreviations: [], words: [...standard('irish'), ...inSummer('irish')], meaning: fixed(60) },
  { abbreviations: [], words: standard('gulf'), meaning: fixed(240) },
  { abbreviations: [], words: orStandard('arabia', 'arabian'), meaning: fixed(180) },
  { abbreviations: [], words: orStandard('china'), meaning: fixed(480) },
  { abbreviations: [], words: standard('central', 'us central'), meaning: fixed(-360) },
  { abbreviations: [], words: inSummer('central', 'us central'), meaning: fixed(-300) },
  { abbreviations: [], words: ['central', 'us central'], meaning: region('America/Chicago') },
  { abbreviations: [], words: standard('mountain', 'us mountain'), meaning: fixed(-420) },
  { abbreviations: [], words: standard('atlantic'), meaning: fixed(-240) },
  { abbreviations: [], words: inSummer('atlantic'), meaning: fixed(-180) },
]

/** In lower case these are not English words, so they are still recognised as zones. */
export const zonesInSmallLetters: ReadonlySet<string> = new Set([
  'utc',
  'gmt',
  'pst',
  'pdt',
  'edt',
  'cet',
  'cest',
  'sast',
  'aest',
  'bst',
])

export const rowByAbbreviation: ReadonlyMap<string, ZoneRow> = new Map(
  zoneTable.flatMap((entry) => entry.abbreviations.map((name) => [name, entry] as const)),
)

export const rowByWords: ReadonlyMap<string, ZoneRow> = new Map(
  zoneTable.flatMap((entry) => (entry.words ?? []).map((words) => [words, entry] as const)),
)

/** The names that are complete without the word "time". */
export const namesWithoutTime: ReadonlySet<string> = new Set(['greenwich mean', 'universal coordinated'])

function fixed(offsetMinutes: number): ZoneMeaning {
  return { kind: 'fixed', offsetMinutes }
}

function region(name: string): ZoneMeaning {
  return { kind: 'region', region: name }
}

function usually(usual: ZoneReading, ...others: readonly ZoneReading[]): ZoneMeaning {
  return { kind: 'ambiguous', readings: [usual, ...others], usual }
}

function unclear(...readings: readonly ZoneReading[]): ZoneMeaning {
  return { kind: 'ambiguous', readings, usual: null }
}

function at(label: ZoneLabel, offsetMinutes: number, regionName: string | null): ZoneReading {
  return { label, offsetMinutes, region: regionName }
}

function standard(...names: readonly string[]): readonly string[] {
  return names.map((name) => `${name} standard`)
}

function orStandard(...names: readonly string[]): readonly string[] {
  return [...names, ...standard(...names)]
}

function inSummer(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`${name} daylight`, `${name} summer`])
}
