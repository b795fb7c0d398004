/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu

/** Nobody has written these words yet. */
const placeholder = /\{\{[^{}\r\n]{0,200}\}\}/g

/**
 * Words as a reader counts them: anything between blanks or slashes that contains a letter or a digit, so
 * `on-call`, `don't` and `10:30` are one word each. Scripts without spaces are segmented by the rules of
 * their language, in runs of limited length because segmentation takes more than linear time.
 */
export function countWordsInText(text: string): number {
  let count = 0
  const written = text.includes('{{') ? text.replace(placeholder, ' ') : text
  const spaced = written.replace(unspaced, (run) => {
    count += countUnspaced(run)
    return ' '
  })
  for (const token of spaced.split(/[\s/]+/)) if (/[\p{L}\p{N}]/u.test(token)) count += 1
  return count
}

function countUnspaced(run: string): number {
  let count = 0
  for (let start = 0; start < run.length; start += maxRunLength) {
    for (const segment of segmenter.segment(run.slice(start, start + maxRunLength))) {
      if (segment.isWordLike) count += 1
    }
  }
  return count
}

const maxRunLength = 512
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
