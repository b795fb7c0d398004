/** A source of random numbers that the seed determines. */
export function randomFrom(seed) {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)],
    /** Up to `max` pieces, some of them several times in a row. */
    text(pieces, max) {
      let text = ''
      for (let count = Math.floor(next() * max); count > 0; count -= 1) {
        const piece = pieces[Math.floor(next() * pieces.length)]
        text += next() < 0.05 ? piece.repeat(1 + Math.floor(next() * 40)) : piece
      }
      return text
    },
  }
}
