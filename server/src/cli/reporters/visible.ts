/**
 * Text from a document as a terminal may be shown it: what would move the cursor, colour the screen or turn the
 * direction of the writing is replaced by a sign, unit by unit, so that every other unit keeps its place.
 */
export function toVisible(text: string): string {
  return text.replace(invisible, (unit) => {
    const code = unit.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '␡' : '�'
  })
}

/** Control characters but the tab, and the marks for the direction of writing. */
const invisible = /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
