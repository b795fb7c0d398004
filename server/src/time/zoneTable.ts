/**
 * The zones that the grammar knows by name. A row is a zone; adding one is adding a row.
 *
 * An abbreviation is never handed to `Intl`: ICU reads BST as Bangladesh, and `Etc/GMT+1` is UTC-1.
 */

import type { ZoneMeaning, ZoneReading } from './written.ts'

export interface ZoneRow {
  /** The abbreviations, in capitals; the first is the name that is shown. */
  readonly abbreviations: readonly string[]
  /** The spelled-out names, as pattern sources (see `row`), without the closing "time". */
  readonly words?: string
  readonly meaning: ZoneMeaning
  readonly season?: ZoneSeason
}

/** An abbreviation that holds for only one half of the year in the region where it is used. */
export interface ZoneSeason {
  readonly region: string
  /** What the same region writes in the other half. */
  readonly counterpart: string
}

export const zoneTable: readonly ZoneRow[] = [
  { abbreviations: ['UTC'], words: '(?:co-?ordinated ␣)? universal', meaning: fixed(0) },
  { abbreviations: ['GMT'], words: 'greenwi(?:t?)ch (?:␣ mean)?', meaning: fixed(0) },

  { abbreviations: ['EAT'], words: 'east(?:ern)? ␣ africa[n]? (?:␣ standard)?', meaning: fixed(180) },
  {
    abbreviations: ['WAT'],
    words: 'west(?:ern)? ␣ (?:central ␣)? africa[n]? (?:␣ standard)?',
    meaning: fixed(60),
  },
  { abbreviations: ['CAT'], words: 'central ␣ africa[n]? (?:␣ standard)?', meaning: fixed(120) },
  { abbreviations: ['SAST'], words: 'south ␣ africa[n]? (?:␣ standard)?', meaning: fixed(120) },

  {
    abbreviations: ['CET'],
    words: 'central ␣ europe(?:an)? (?:␣ standard)?',
    meaning: fixed(60),
    season: { region: 'Europe/Paris', counterpart: 'CEST' },
  },
  {
    abbreviations: ['CEST'],
    words: 'central ␣ europe(?:an)? ␣ (?:summer|daylight)',
    meaning: fixed(120),
    season: { region: 'Europe/Paris', counterpart: 'CET' },
  },
  {
    abbreviations: ['EET'],
    words: 'east(?:ern)? ␣ europe(?:an)? (?:␣ standard)?',
    meaning: fixed(120),
    season: { region: 'Europe/Helsinki', counterpart: 'EEST' },
  },
  {
    abbreviations: ['EEST'],
    words: 'east(?:ern)? ␣ europe(?:an)? ␣ (?:summer|daylight)',
    meaning: fixed(180),
    season: { region: 'Europe/Helsinki', counterpart: 'EET' },
  },
  {
    abbreviations: ['WEST'],
    words: 'west(?:ern)? ␣ europe(?:an)? ␣ (?:summer|daylight)',
    meaning: fixed(60),
    season: { region: 'Europe/Lisbon', counterpart: 'WET' },
  },
  {
    abbreviations: ['WET'],
    words: 'west(?:ern)? ␣ europe(?:an)? (?:␣ standard)?',
    meaning: fixed(0),
    season: { region: 'Europe/Lisbon', counterpart: 'WEST' },
  },
  { abbreviations: ['MSK'], words: 'moscow (?:␣ standard)?', meaning: fixed(180) },

  {
    abbreviations: ['EDT'],
    words: eastern('daylight'),
    meaning: fixed(-240),
    season: { region: 'America/New_York', counterpart: 'EST' },
  },
  {
    abbreviations: ['PDT'],
    words: pacific('daylight'),
    meaning: fixed(-420),
    season: { region: 'America/Los_Angeles', counterpart: 'PST' },
  },
  {
    abbreviations: ['MDT'],
    words: 'mountain ␣ (?:daylight|summer)',
    meaning: fixed(-360),
    season: { region: 'America/Denver', counterpart: 'MST' },
  },
  {
    abbreviations: ['AKST'],
    words: 'alaska[n]? ␣ standard',
    meaning: fixed(-540),
    season: { region: 'America/Anchorage', counterpart: 'AKDT' },
  },
  {
    abbreviations: ['AKDT'],
    words: 'alaska[n]? ␣ daylight',
    meaning: fixed(-480),
    season: { region: 'America/Anchorage', counterpart: 'AKST' },
  },
  { abbreviations: ['HST'], words: 'hawai.?i(?:an)? (?:␣ standard)?', meaning: fixed(-600) },
  { abbreviations: ['BRT'], words: 'bras[i][l]ia (?:␣ standard)?', meaning: fixed(-180) },

  { abbreviations: ['JST'], words: 'japan (?:ese)? (?:␣ standard)?', meaning: fixed(540) },
  { abbreviations: ['KST'], words: 'korea[n]? (?:␣ standard)?', meaning: fixed(540) },
  { abbreviations: ['HKT'], words: 'hong ␣ kong (?:␣ standard)?', meaning: fixed(480) },
  { abbreviations: ['SGT'], words: 'singapore (?:␣ standard)?', meaning: fixed(480) },
  { abbreviations: ['PKT'], words: 'pakistan (?:␣ standard)?', meaning: fixed(300) },
  { abbreviations: ['NPT'], words: 'nepal (?:␣ standard)?', meaning: fixed(345) },
  { abbreviations: ['WIB'], words: 'western ␣ indonesia[n]? (?:␣ standard)?', meaning: fixed(420) },
  {
    abbreviations: ['NZST'],
    words: 'new ␣ zealand ␣ standard',
    meaning: fixed(720),
    season: { region: 'Pacific/Auckland', counterpart: 'NZDT' },
  },
  {
    abbreviations: ['NZDT'],
    words: 'new ␣ zealand ␣ (?:daylight|summer)',
    meaning: fixed(780),
    season: { region: 'Pacific/Auckland', counterpart: 'NZST' },
  },
  // Queensland keeps AEST and the Northern Territory ACST all the year, so these have no season.
  { abbreviations: ['AEST'], words: 'australia[n]? ␣ eastern ␣ standard', meaning: fixed(600) },
  {
    abbreviations: ['AEDT'],
    words: 'australia[n]? ␣ eastern ␣ (?:daylight|summer)',
    meaning: fixed(660),
    season: { region: 'Australia/Sydney', counterpart: 'AEST' },
  },
  { abbreviations: ['ACST'], words: 'australia[n]? ␣ central ␣ standard', meaning: fixed(570) },
  {
    abbreviations: ['ACDT'],
    words: 'australia[n]? ␣ central ␣ (?:daylight|summer)',
    meaning: fixed(630),
    season: { region: 'Australia/Adelaide', counterpart: 'ACST' },
  },
  { abbreviations: ['AWST'], words: 'australia[n]? ␣ western ␣ standard', meaning: fixed(480) },

  { abbreviations: ['ET'], words: eastern(''), meaning: region('America/New_York') },
  { abbreviations: ['PT'], words: pacific(''), meaning: region('America/Los_Angeles') },
  { abbreviations: ['MT'], words: '(?:us ␣)? mountain', meaning: region('America/Denver') },
  { abbreviations: [], words: '(?:uk|british|london)', meaning: region('Europe/London') },
  { abbreviations: [], words: 'new ␣ york', meaning: region('America/New_York') },
  { abbreviations: [], words: '(?:nairobi|kenya[n]?)', meaning: region('Africa/Nairobi') },
  { abbreviations: [], words: '(?:lagos|nigeria[n]?)', meaning: region('Africa/Lagos') },
  { abbreviations: [], words: '(?:berlin|german[y]?)', meaning: region('Europe/Berlin') },
  { abbreviations: [], words: '(?:paris|french)', meaning: region('Europe/Paris') },

  {
    abbreviations: ['PST'],
    words: pacific('standard'),
    meaning: usually(at('US Pacific', -480, 'America/Los_Angeles'), at('Philippines', 480, 'Asia/Manila')),
    season: { region: 'America/Los_Angeles', counterpart: 'PDT' },
  },
  {
    abbreviations: ['EST'],
    words: eastern('standard'),
    meaning: usually(
      at('US Eastern', -300, 'America/New_York'),
      at('Australia, older use', 600, 'Australia/Brisbane'),
    ),
    season: { region: 'America/New_York', counterpart: 'EDT' },
  },
  {
    abbreviations: ['BST'],
    words: 'british ␣ (?:summer|daylight)',
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

  // Spelled out, the ambiguous abbreviations are not ambiguous any more.
  { abbreviations: [], words: 'indian? ␣ standard', meaning: fixed(330) },
  { abbreviations: [], words: 'israel[i]? ␣ standard', meaning: fixed(120) },
  { abbreviations: [], words: 'irish ␣ (?:standard|summer)', meaning: fixed(60) },
  { abbreviations: [], words: 'gulf ␣ standard', meaning: fixed(240) },
  { abbreviations: [], words: 'arabian? ␣ standard', meaning: fixed(180) },
  { abbreviations: [], words: 'china ␣ standard', meaning: fixed(480) },
  { abbreviations: [], words: 'central ␣ standard', meaning: fixed(-360) },
  { abbreviations: [], words: 'central ␣ daylight', meaning: fixed(-300) },
  { abbreviations: [], words: '(?:us ␣)? central', meaning: region('America/Chicago') },
  { abbreviations: [], words: 'mountain ␣ standard', meaning: fixed(-420) },
  { abbreviations: [], words: 'atlantic ␣ standard', meaning: fixed(-240) },
  { abbreviations: [], words: 'atlantic ␣ daylight', meaning: fixed(-180) },
]

/** Written in small letters these are no English words, so they are zones all the same. */
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

function at(label: string, offsetMinutes: number, regionName: string | null): ZoneReading {
  return { label, offsetMinutes, region: regionName }
}

function eastern(season: string): string {
  return `(?:us ␣ | north ␣ american ␣)? eastern ${season === '' ? '' : `␣ ${season}`}`
}

function pacific(season: string): string {
  return `(?:us ␣)? pacific ${season === '' ? '' : `␣ ${season}`}`
}
