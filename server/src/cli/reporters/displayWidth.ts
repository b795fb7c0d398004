/** How many columns of a terminal a character takes: none, one or two. */
export function displayWidth(character: string): 0 | 1 | 2 {
  if (wide.test(character)) return 2
  return nothing.test(character) ? 0 : 1
}

/** East Asian characters that are as wide as two others, and what is shown as a picture. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** What is put onto the character before it, and what only joins or parts others. */
const nothing = /[\p{Mn}\p{Me}\p{Cf}]/u
