/** Reads a time zone: an abbreviation, an offset, an IANA name, or words. */

import { isWordCharacter, matchAt, row, span } from './grammar.ts'
import { isRegion } from './offsets.ts'
import type { WrittenZone, ZoneMeaning } from './written.ts'
import { namesWithoutTime, rowByAbbreviation, rowByWords, zonesInSmallLetters } from './zoneTable.ts'

interface ZoneName {
  readonly end: number
  readonly name: string
  readonly meaning: ZoneMeaning
}

/** The hours stop at 14 and the minutes at quarters: nothing else is an offset on this planet. */
const offsetSource = '(?<sign>[+\\-−±]) ␣ (?<hours>1[0-4]|0?\\d) (?: :? (?<minutes>00|15|30|45) )?'

const prefixedOffset = row(
  `(?<prefix>utc|gmt) ␣ ${offsetSource} (?: ␣h(?:ours?|rs?)?)? (?![\\d\\p{L}]|[:.]\\d|\\s?d(?:ay)?■)`,
)
const bareOffset = row('(?<sign>[+\\-−]) (?<hours>1[0-4]|0\\d) :? (?<minutes>00|15|30|45) (?!\\d|[:.]\\d)')
const abbreviation = row('(?<name>\\p{L}{1,4}) ■', '')
const regionName = row(
  '(?<name>(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US)' +
    '(?:\\/[A-Za-z][A-Za-z0-9_+\\-]{1,30}){1,2})',
  '',
)
const nameWord = row('(?<word>\\p{L}{2,14}) ■', '')
const firstWords = new Set([...rowByWords.keys(), ...namesWithoutTime].map((phrase) => phrase.split(' ')[0]))
const betweenWords = row('(?: \\s{1,4} | - )')
const zoneAfterTime = row('\\s{1,4} zone ■')
const maxWords = 6

/** A zone's offset or another name may follow it: `CET (GMT+1)`, `East Africa Time (EAT, UTC+3)`. */
const companionOpening = row('\\s{0,2} (?:[(\\[,\\/=] | [—–] (?=\\s?(?:utc|gmt))) \\s?')
const companionSeparator = row('\\s? [,;\\/] \\s?')
const companionClosing = row('\\s?[)\\]]')

/** The zone written at exactly this offset. */
export function readZone(text: string, start = 0): WrittenZone | null {
  const first = readZoneName(text, start)
  if (first === null) return null
  const opening = matchAt(companionOpening, text, first.end)
  const second = opening === null ? null : readZoneName(text, opening.end)
  if (opening === null || second === null) return zoneOf(text, start, first.end, first, null)
  const bracketed = /[([]/.test(text.slice(first.end, opening.end))
  const closing = matchAt(companionClosing, text, second.end)
  if (bracketed && closing === null) {
    const third = readThirdName(text, second.end)
    return third === null
      ? zoneOf(text, start, first.end, first, null)
      : zoneOf(text, start, third.end, first, third)
  }
  return zoneOf(text, start, bracketed && closing !== null ? closing.end : second.end, first, second)
}

const spokenName = row(
  '(?<word>Eastern|Central|Mountain|Pacific) (?= \\s{0,4} (?: $ | [,.;:()|\\]–—-] ) )',
  '',
)

/** "7:09 AM Eastern": beside a clock, and before no word that it would describe. */
export function readSpokenZone(text: string, start: number): WrittenZone | null {
  const match = matchAt(spokenName, text, start)
  const word = match?.groups.word?.toLowerCase()
  if (match === null || word === undefined) return null
  const name = namedInWords(text, start, match.end, word)
  return name === null ? null : zoneOf(text, start, name.end, name, null)
}

/** The first zone anywhere in a short text such as a heading or a table's column head. */
export function findZone(text: string): WrittenZone | null {
  for (let start = 0; start < text.length; start += 1) {
    if (isWordCharacter(text[start - 1]) || !/[\p{L}+\-−±]/u.test(text[start] ?? '')) continue
    const zone = readZone(text, start)
    if (zone !== null) return zone
  }
  return null
}

const statementHead =
  /\b(?:times?(?:tamps?)?(?:\s?zones?)?|timezones?|tz|hours|(?:events|entries|dates)(?: (?:below|here))? (?:are|were))\b/giu
const statementWords = row(
  '(?: [\\s:*_=(\\[\\-–—|]{1,6} | (?:zone|zones|are|is|were|be|in|the|all|as|of|listed|shown|given|below|here' +
    '|reported|recorded|documented|logged|written|used|uses?|using|stated|expressed|noted|displayed|local|to|at|on|this|document|timeline' +
    '|following|above) ■ )',
)

/** "All times in UTC", "Timezone: PST" or "Time (EAT)": a zone stated for more than one time. */
export function findZoneStatement(text: string): WrittenZone | null {
  for (const head of text.matchAll(statementHead)) {
    let position = head.index + head[0].length
    for (let words = 0; words < 20; words += 1) {
      const zone = readZone(text, position)
      if (zone !== null) return zone
      const skipped = matchAt(statementWords, text, position)
      if (skipped === null) break
      position = skipped.end
    }
  }
  return null
}

function readZoneName(text: string, start: number): ZoneName | null {
  if (!/\p{L}/u.test(text[start] ?? '')) return readBareOffset(text, start)
  return (
    readPrefixedOffset(text, start) ??
    readRegion(text, start) ??
    readWords(text, start) ??
    readAbbreviation(text, start)
  )
}

function readThirdName(text: string, start: number): ZoneName | null {
  const separator = matchAt(companionSeparator, text, start)
  const third = separator === null ? null : readZoneName(text, separator.end)
  const closing = third === null ? null : matchAt(companionClosing, text, third.end)
  return third === null || closing === null ? null : { ...third, end: closing.end }
}

function readPrefixedOffset(text: string, start: number): ZoneName | null {
  const match = matchAt(prefixedOffset, text, start)
  if (match === null) return null
  const written = text.slice(start, match.end)
  // "14:00 UTC - 5 servers" is a separator and a number, and so is "UTC -5 servers".
  if (/\s[-−]/.test(written) && /^\s{1,4}\p{Ll}/u.test(text.slice(match.end, match.end + 5))) return null
  if (/[-−]\s/.test(written)) return null
  // "10:00 UTC-11:00 UTC" is a range.
  if (
    match.groups.minutes !== undefined &&
    /^\s?(?:utc|gmt|[ap]\.?m)/i.test(text.slice(match.end, match.end + 5))
  ) {
    return null
  }
  const offsetMinutes = offsetOf(match.groups)
  if (offsetMinutes === null) return null
  const name = `${(match.groups.prefix ?? 'UTC').toUpperCase()}${offsetName(offsetMinutes)}`
  return { end: match.end, name, meaning: { kind: 'fixed', offsetMinutes } }
}

function readBareOffset(text: string, start: number): ZoneName | null {
  const match = matchAt(bareOffset, text, start)
  const offsetMinutes = match === null ? null : offsetOf(match.groups)
  if (match === null || offsetMinutes === null) return null
  return {
    end: match.end,
    name: `UTC${offsetName(offsetMinutes)}`,
    meaning: { kind: 'fixed', offsetMinutes },
  }
}

function readRegion(text: string, start: number): ZoneName | null {
  const match = matchAt(regionName, text, start)
  const name = match?.groups.name
  if (match === null || name === undefined || !isRegion(name)) return null
  return { end: match.end, name, meaning: { kind: 'region', region: name } }
}

/** "West Central Africa Standard Time": the words before "time" are looked up together. */
function readWords(text: string, start: number): ZoneName | null {
  const words: string[] = []
  let position = start
  let complete: ZoneName | null = null
  while (words.length < maxWords) {
    const match = matchAt(nameWord, text, position)
    const word = match?.groups.word?.toLowerCase()
    if (match === null || word === undefined) break
    const phrase = words.join(' ')
    if (word === 'time' || word === 'timezone') {
      return namedInWords(text, start, timeWordEnd(text, match.end), phrase)
    }
    if (words.length === 0 && !firstWords.has(word)) return null
    words.push(word)
    if (namesWithoutTime.has(words.join(' ')))
      complete = namedInWords(text, start, match.end, words.join(' '))
    const blank = matchAt(betweenWords, text, match.end)
    if (blank === null) break
    position = blank.end
  }
  return complete
}

/** "Time zone" in two words. */
function timeWordEnd(text: string, end: number): number {
  return matchAt(zoneAfterTime, text, end)?.end ?? end
}

function namedInWords(text: string, start: number, end: number, phrase: string): ZoneName | null {
  const entry = rowByWords.get(phrase)
  if (entry === undefined) return null
  return { end, name: entry.abbreviations[0] ?? text.slice(start, end), meaning: entry.meaning }
}

function readAbbreviation(text: string, start: number): ZoneName | null {
  const match = matchAt(abbreviation, text, start)
  const written = match?.groups.name
  if (match === null || written === undefined) return null
  if (written === 'Z' && start > 0 && !/\d\s?$/.test(text.slice(Math.max(0, start - 2), start))) return null
  if (written === 'Z') return { end: match.end, name: 'UTC', meaning: { kind: 'fixed', offsetMinutes: 0 } }
  const isKnownSpelling = written === written.toUpperCase() || zonesInSmallLetters.has(written.toLowerCase())
  const entry = rowByAbbreviation.get(written.toUpperCase())
  if (entry === undefined || !isKnownSpelling) return null
  return { end: match.end, name: written.toUpperCase(), meaning: entry.meaning }
}

function zoneOf(
  text: string,
  start: number,
  end: number,
  first: ZoneName,
  second: ZoneName | null,
): WrittenZone {
  const base = { ...span(text, start, end), name: first.name }
  // `UTC+2 (CEST)` says the same as `CEST (UTC+2)`.
  if (second !== null && isOffset(first) && !isOffset(second)) return zoneOf(text, start, end, second, first)
  const region = second === null ? null : regionOfSeasons(first.name, second.name)
  if (second !== null && region !== null) {
    const meaning: ZoneMeaning = { kind: 'region', region }
    return {
      ...base,
      name: `${first.name}/${second.name}`,
      meaning,
      statedOffset: null,
      isContradictory: false,
    }
  }
  if (second === null || second.meaning.kind !== 'fixed') {
    return { ...base, meaning: first.meaning, statedOffset: null, isContradictory: false }
  }
  const statedOffset = second.meaning.offsetMinutes
  const isContradictory = !mayKeepOffset(first.meaning, statedOffset)
  const meaning = first.meaning.kind === 'region' && !isContradictory ? first.meaning : second.meaning
  return { ...base, meaning, statedOffset, isContradictory }
}

/** "PST/PDT": the names for both halves of the year mean the region, whatever the season. */
function regionOfSeasons(first: string, second: string): string | null {
  const regionOf = (name: string, counterpart: string) => {
    const season = rowByAbbreviation.get(name)?.season
    return season?.counterpart === counterpart ? season.region : null
  }
  return regionOf(first, second) ?? regionOf(second, first)
}

function isOffset({ name }: ZoneName): boolean {
  return /\d$/.test(name) && !name.includes('/')
}

function mayKeepOffset(meaning: ZoneMeaning, offset: number): boolean {
  if (meaning.kind === 'fixed') return meaning.offsetMinutes === offset
  if (meaning.kind === 'ambiguous')
    return meaning.readings.some((reading) => reading.offsetMinutes === offset)
  return true
}

function offsetOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  const size = Number(groups.hours) * 60 + Number(groups.minutes ?? 0)
  if (groups.sign === '+' || size === 0) return size
  if (groups.sign === '±') return null
  return size > 720 ? null : -size
}

/** `+01:00`, `-05:30`. */
export function offsetName(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes)
  const hours = String(Math.floor(size / 60)).padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`
}
