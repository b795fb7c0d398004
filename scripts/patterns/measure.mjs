import { findGrowth, processorTime } from '../fuzz/growth.mjs'

const sample = 16 * 1024
const length = 128 * 1024
const maxPieces = 60
const suspects = 3

/**
 * Null, or a sentence that says how the time of a search grows faster than the text, up to a megabyte of what takes
 * longest: the pattern's own words, alone and in pairs, again and again.
 */
export function measure(source, flags) {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''))
  const search = (unit) => (size) => pattern.test(`${unit.repeat(Math.ceil(size / unit.length))}\n!`)
  const slowest = unitsOf(source)
    .map((unit) => ({ unit, time: processorTime(() => search(unit)(sample)) }))
    .sort((one, other) => other.time - one.time)
    .slice(0, suspects)
  for (const { unit } of slowest) {
    const growth = findGrowth(search(unit), length)
    if (growth !== null) return `of ${JSON.stringify(unit)}, ${growth}`
  }
  return null
}

function unitsOf(source) {
  const words = source.replaceAll(/\\./g, ' ').match(/\p{L}{2,}/gu) ?? []
  const signs = source.match(/[^\p{L}\p{N}\s]/gu) ?? []
  const pieces = [...new Set(words)].slice(0, maxPieces)
  const separators = [' ', '\t', '-', ', ', ...new Set(signs)]
  const pairs = pieces.flatMap((word, index) =>
    pieces.filter((_, other) => (index + other) % 4 === 0).map((other) => `${word} ${other} `),
  )
  return [...separators, ...pieces.flatMap((word) => separators.map((sign) => word + sign)), ...pairs]
}
