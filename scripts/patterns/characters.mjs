/** The characters that tell sets apart: all of the basic plane, and one in sixteen of the others. */
const surrogates = [0xd800, 0xdfff]
const basic = Array.from({ length: 0x1_0000 }, (_, code) => code).filter(
  (code) => code < surrogates[0] || code > surrogates[1],
)
const others = Array.from({ length: 0x10_0000 / 16 }, (_, index) => 0x1_0000 + index * 16).filter(
  (code) => code < 0x2_0000 || code % 0x1_0000 === 0x0100 || code === 0xe_0100,
)
const universe = [...basic, ...surrogates, ...others]
const basicText = String.fromCodePoint(...basic)
/** The end of the text, as if it were a character. */
const end = universe.length
const words = Math.ceil((end + 1) / 32)

const known = new Map()

/** The set of the characters that a piece of a pattern matches, which matches one character at a time. */
export function charactersOf(raw, flags) {
  const key = `${flags}/${raw}`
  let set = known.get(key)
  if (set === undefined) {
    set = findCharacters(raw, flags)
    known.set(key, set)
  }
  return set
}

function findCharacters(raw, flags) {
  const set = new Uint32Array(words)
  for (const { index } of basicText.matchAll(new RegExp(raw, `${flags}g`))) add(set, index)
  const single = new RegExp(`^(?:${raw})$`, flags)
  for (let index = basic.length; index < end; index += 1) {
    if (single.test(String.fromCodePoint(universe[index]))) add(set, index)
  }
  return set
}

function add(set, index) {
  set[index >>> 5] |= 1 << (index & 31)
}

export const everything = new Uint32Array(words).fill(0xffff_ffff)
export const endOfText = new Uint32Array(words)
add(endOfText, end)

const combine = (action) => (left, right) => {
  const set = new Uint32Array(words)
  for (let index = 0; index < words; index += 1) set[index] = action(left[index], right[index])
  return set
}
export const union = combine((left, right) => left | right)
export const intersection = combine((left, right) => left & right)
export const complement = (set) => set.map((word) => ~word)
export const areDisjoint = (left, right) => {
  for (let index = 0; index < words; index += 1) if ((left[index] & right[index]) !== 0) return false
  return true
}
export const isWithin = (left, right) => {
  for (let index = 0; index < words; index += 1) if ((left[index] & ~right[index]) !== 0) return false
  return true
}
export const areEqual = (left, right) => {
  for (let index = 0; index < words; index += 1) if (left[index] !== right[index]) return false
  return true
}
