/**
 * Makes text from a document safe for a terminal. Characters that would move the cursor, change colours or reverse the
 * writing direction are replaced one code unit at a time, so that all others keep their places.
 */
export function toVisible(text: string): string {
  return text.replace(invisible, (unit) => {
    const code = unit.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '␡' : '�'
  })
}

/** Control characters except the tab, and marks for the writing direction. */
const invisible = /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
