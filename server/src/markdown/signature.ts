/**
 * The state in which the text before a line leaves it, if that state has a short name: `fresh`, nothing is
 * open; `list …`, inside a top-level list with that marker, at its next item; `note`, inside a top-level note, at
 * the next note; `table`, inside a top-level table, at its next row; `fence …`, inside a top-level fence that was opened by that run, at a line of code; `top`,
 * nothing is before it, which only a byte order mark and front matter ask for. A block may start where the text
 * before it has a signature, and the meaning of its own lines then depends on the signature and on nothing else.
 */
export type Signature = 'top' | 'fresh' | 'note' | 'table' | `list ${string}` | `fence ${string}`

export const listSignature = (marker: string): Signature => `list ${marker}`
export const fenceSignature = (run: string): Signature => `fence ${run}`

export const listMarker = (signature: Signature): string | undefined =>
  signature.startsWith('list ') ? signature.slice(5) : undefined
export const fenceRun = (signature: Signature): string | undefined =>
  signature.startsWith('fence ') ? signature.slice(6) : undefined

/** A pipe, a letter, or a number that begins no item: below a row, such a line is a row. */
const row = /^(?:[|\p{L}]|[0-9]{1,20}[^0-9.)\s])/u

/** The start of a note, in its usual form: whatever the note before it holds, it ends here. */
const note = /^\[\^[\w-]{1,100}\]:/

/**
 * Returns whether a block with this signature may start with this line, given that the text before has it. If
 * nothing is open, any line will do.
 */
export function startsHere(signature: Signature, line: string): boolean {
  if (signature === 'fresh' || signature === 'top') return true
  if (signature === 'note') return note.test(line)
  if (signature === 'table') return row.test(line)
  const marker = listMarker(signature)
  if (marker !== undefined) return isItem(line, marker)
  return !closesFence(line, fenceRun(signature)!)
}

/**
 * Returns whether an unindented line is the next item of a list with this marker, whatever the item before it
 * holds. Only lines without indentation are certain: an indented one may belong to the item before.
 */
function isItem(line: string, marker: string): boolean {
  if (marker === '.' || marker === ')') {
    const number = /^[0-9]{1,9}([.)])(?=[ \t\r\n]|$)/.exec(line)
    return number?.[1] === marker
  }
  if (line[0] !== marker || !/^.(?:[ \t\r\n]|$)/.test(line)) return false
  return marker === '+' || !isThematicBreak(line, marker)
}

function isThematicBreak(line: string, marker: string): boolean {
  let markers = 0
  for (const character of line) {
    if (character === marker) markers += 1
    else if (character === '\n' || character === '\r') break
    else if (character !== ' ' && character !== '\t') return false
  }
  return markers >= 3
}

/** The fence must have been opened without indentation, by this run of marks. */
export function closesFence(line: string, run: string): boolean {
  const indent = /^ {0,3}/.exec(line)![0].length
  let at = indent
  while (line[at] === run[0]) at += 1
  if (at - indent < run.length) return false
  return /^[ \t]*(?:[\r\n]|$)/.test(line.slice(at))
}

/**
 * The start of an item, and enough after it to be read the same way: the end of an item can depend on the
 * prefix of the item after it.
 */
export function itemSentinel(line: string): string {
  const prefix = /^(?:[-+*]|[0-9]{1,9}[.)])[ \t]*/.exec(line)?.[0] ?? ''
  return /^(?:[\r\n]|$)/.test(line.slice(prefix.length)) ? prefix : `${prefix}x`
}

/** Lines that bring a tokenizer into the state that a signature names, unless the next line ends it at once. */
export function openingLines(signature: Signature): readonly string[] {
  if (signature === 'fresh' || signature === 'top' || signature === 'note') return []
  if (signature === 'table') return ['|x|\n', '|-|\n']
  const marker = listMarker(signature)
  if (marker === undefined) return [`${fenceRun(signature)}\n`, 'x\n']
  return marker === '.' || marker === ')' ? [`1${marker} x\n`, '   x\n'] : [`${marker} x\n`, '  x\n']
}
