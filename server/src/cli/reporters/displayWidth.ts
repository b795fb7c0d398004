/** The number of terminal columns that a character takes. */
export function displayWidth(character: string): 0 | 1 | 2 {
  if (wide.test(character)) return 2
  return zeroWidth.test(character) ? 0 : 1
}

/** East Asian wide characters and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** Combining marks and invisible format characters such as joiners. */
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u
