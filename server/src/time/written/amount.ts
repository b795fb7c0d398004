/** Reads the number before a unit: `1,440`, `3.5`, `2½`, "twenty-five", "two and a half", "a couple of". */

import { matchAt, row } from './grammar.ts'

export interface Amount {
  readonly end: number
  readonly value: number
  /** The smallest step of the number itself: 1, 0.5 for a half, 0.1 for `3.5`. */
  readonly step: number
  /** True for vague words such as "a couple of", and for ranges such as "2 to 3". */
  readonly approximate?: true
}

const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
}
const fractionSigns: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

const digits = row(
  '(?<whole>\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,9}) (?: \\.(?<decimals>\\d{1,3}) )? (?: \\s?(?<sign>[½¼¾]) )?',
)
const loneSign = row('(?<sign>[½¼¾])')
const words = row(
  '(?<tens>twenty|thirty|forty|fifty) [-\\s] (?<ones>one|two|three|four|five|six|seven|eight|nine) (?!\\p{L})' +
    `| (?<word>${Object.keys(numberWords)
      .sort((one, other) => other.length - one.length)
      .join('|')}) (?!\\p{L})`,
)
const andFraction = row(
  '\\s{1,3} and \\s{1,3} (?: a \\s{1,3} )? (?<fraction>half|quarter|three\\squarters) (?!\\p{L})',
)
const couple = row('a\\scouple\\s(?:of\\s)?(?=\\p{L})')

const upTo = row('\\s? (?: [-–—] | to(?=\\s) ) \\s? (?=\\d)')

export function readAmount(text: string, start: number): Amount | null {
  const vague = matchAt(couple, text, start)
  if (vague !== null) return { end: vague.end, value: 2, step: 1, approximate: true }
  const first = readNumberAndHalf(text, start)
  const between = first === null ? null : matchAt(upTo, text, first.end)
  const last = between === null ? null : readNumberAndHalf(text, between.end)
  if (first === null || last === null || last.value <= first.value) return first
  const step = Math.max(last.value - first.value, last.step)
  return { end: last.end, value: (first.value + last.value) / 2, step, approximate: true }
}

/** "two and a half". */
function readNumberAndHalf(text: string, start: number): Amount | null {
  const whole = readNumber(text, start)
  const fraction = whole === null ? null : matchAt(andFraction, text, whole.end)
  if (whole === null || fraction === null) return whole
  const part = fraction.groups.fraction?.toLowerCase()
  const value = part === 'half' ? 0.5 : part === 'quarter' ? 0.25 : 0.75
  return { end: fraction.end, value: whole.value + value, step: part === 'half' ? 0.5 : 0.25 }
}

function readNumber(text: string, start: number): Amount | null {
  const number = matchAt(digits, text, start) ?? matchAt(loneSign, text, start)
  if (number !== null) {
    const { whole = '0', decimals = '', sign } = number.groups
    const value = Number(`${whole.replaceAll(',', '')}.${decimals}0`)
    const fraction = sign === undefined ? 0 : (fractionSigns[sign] ?? 0)
    return { end: number.end, value: value + fraction, step: fraction > 0 ? 0.25 : 10 ** -decimals.length }
  }
  const word = matchAt(words, text, start)
  if (word === null) return null
  const { tens, ones } = word.groups
  if (tens !== undefined && ones !== undefined) {
    return { end: word.end, value: valueOfWord(tens) + valueOfWord(ones), step: 1 }
  }
  return { end: word.end, value: valueOfWord(word.groups.word ?? ''), step: 1 }
}

function valueOfWord(word: string): number {
  return numberWords[word.toLowerCase()] ?? 0
}
