/**
 * Two texts share a key only by an unlikely accident: it is their length and two hashes of 32 bits (FNV-1a, forwards
 * and backwards). The texts themselves are not kept, because there may be thousands.
 */
export function contentKey(text: string): string {
  let [forwards, backwards] = [offsetBasis, offsetBasis]
  for (let index = 0; index < text.length; index += 1) {
    forwards = Math.imul(forwards ^ text.charCodeAt(index), prime)
    backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - index), prime)
  }
  return [text.length, forwards >>> 0, backwards >>> 0].map((part) => part.toString(36)).join(':')
}

const offsetBasis = 0x811c9dc5
const prime = 0x01000193
