import { type ExactnessRule, rule } from './exactnessRule.ts'

const line = 'plainLine.ts'
const fragment = 'plainFragment.ts'
const nodes = 'plainNodes.ts'
const inline = 'plainInline.ts'

/** The rules by which a unit is read without micromark. */
export const plainRules: readonly ExactnessRule[] = [
  // Lines.
  rule('a number with a dot begins an item', line, '(?![0-9]{1,9}[.)](?:[ \\t]|$))', '', '«»1.\n¦'),
  rule(
    'marks at the start of a line mean something',
    line,
    '[^\\0- !#&*+\\-:<=>@[\\\\_`|~]|',
    '.|',
    '«»> a\n¦',
  ),
  rule(
    'emphasis begins with a word',
    line,
    '(?:\\*\\*?|__?)[A-Za-z0-9]',
    '(?:\\*\\*?|__?).',
    '«»* a\n\n  b\n¦',
  ),
  rule('code begins with one mark', line, '`[^`]|', '`|', '«»```\n\na\n```\n¦'),
  rule('a note holds what is below it', line, '\\[[^^]', '\\[', '«»[^a]:b\n\n    c\n¦'),
  rule(
    'space at the end of a line is left out',
    line,
    'const textEnd = /[^\\0- ]$/',
    'const textEnd = /$/',
    '«»a \nb\n¦',
  ),
  rule(
    'hashes at the end of a heading close it',
    line,
    'const headingEnd = /[^\\0- #]$/',
    'const headingEnd = /[^\\0- ]$/',
    '«»# a #\n¦',
  ),
  rule('a heading has one space', line, '(?=[^\\0- ])/', '/', '«»#  a\n¦'),
  rule(
    'an item begins with text',
    line,
    'match === null || !startsText(line, match[0].length)',
    'match === null',
    '«»- # a\n¦',
  ),
  rule('fences of tildes and of backticks differ', line, '`{3,}|~{3,}', '[`~]{3,}', '«»~~`\n~~`\n¦'),
  rule(
    'the words behind a fence are no code',
    line,
    '([A-Za-z0-9]*)$/',
    '([A-Za-z0-9 ]*)$/',
    '«»``` a b\n```\n¦',
  ),

  // Blocks.
  rule(
    'front matter that is open leaves no containers',
    fragment,
    "language === 'markdown' && ",
    '',
    '«»---\n\n- a\n¦',
  ),
  rule('code is not over', fragment, ' && fenceRun(signature) === undefined', '', '«»``` x y\na\nb\n¦'),
  rule(
    'a paragraph ends with a blank line',
    fragment,
    "if (this.#open === 'paragraph') this.#open = 'nothing'",
    '',
    '«»a\n\nb\n¦',
  ),
  rule(
    'a line continues the item before it',
    fragment,
    "if (this.#open === 'list') return false",
    '',
    '«»- a\nb\n¦',
  ),
  rule(
    'a number may be part of a paragraph',
    fragment,
    "if (this.#open === 'paragraph' && line.number !== null) return false",
    '',
    '«»a\n2. b\n¦',
  ),
  rule(
    'another marker begins another list',
    fragment,
    " || (this.#open === 'list' && this.#marker !== line.marker)",
    '',
    '«»- a\n* b\n¦',
  ),
  rule(
    'a blank line makes a list loose',
    fragment,
    "if (this.#open === 'spaced list' && next",
    'if (this.#length < 0 && next',
    '«»- a\n\n- b\n¦',
  ),
  rule(
    'a blank line in a unit makes a list loose',
    fragment,
    "if (this.#open === 'spaced list' || (",
    'if ((',
    '«»- a\n\n* b\n¦',
  ),
  rule(
    'dashes make a heading of a paragraph',
    fragment,
    "// It would make a heading of the paragraph.\n        if (this.#open === 'paragraph') return false",
    '',
    '«»a\n---\n¦',
  ),
  inLargeUnits(
    rule('a longer fence closes code', fragment, ' || closesFence(body, run)', '', '«»```\n````\na\n```\n¦'),
  ),
  rule(
    'an open fence is closed by the end',
    fragment,
    'if (this.#code !== undefined) return undefined\n    // A',
    '// A',
    '«»```\n¦',
  ),
  rule('a last line without an ending is a line', fragment, 'isEnded ? 1 : last.length + 1', '1', '«»a¦'),
  rule(
    'a paragraph with a checkbox starts with its text',
    nodes,
    "if (checkbox !== '' && paragraph",
    "if (checkbox === '' && paragraph",
    '«»- [ ] **a**\n¦',
  ),
  inLargeUnits(
    rule(
      'neighbouring items are one list',
      nodes,
      "last?.type === 'list'",
      "last?.type === 'blockquote'",
      '«»- a\n- b\n¦',
    ),
  ),

  // Inline content.
  rule('an exclamation mark before a bracket begins an image', inline, '!(?!\\[)', '!', '«»a ![b](c)\n¦'),
  rule(
    'underscores are letters between letters only',
    inline,
    '(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])',
    '_',
    '«»a _b_\n¦',
  ),
  rule(
    'addresses are links',
    inline,
    'if (address.test(value)) return undefined',
    '',
    '«»see www.example.org\n¦',
  ),
  rule('code ends at one mark', inline, '`(?!`)/y', '`/y', '«»`a``b`\n¦'),
  rule(
    'a space at both ends of code is left out',
    inline,
    " || value.startsWith(' ') || value.endsWith(' ')",
    '',
    '«»` a `\n¦',
  ),
  rule(
    'a mark between letters opens nothing for certain',
    inline,
    '(?<![^\\s!-/:-@[-`{-~])',
    '',
    '«»é_b_\n¦',
  ),
  rule('a mark before a mark is another', inline, ' || after === mark[0]', '', '«»*a**b*\n¦'),
  rule(
    'a mark after a space closes nothing',
    inline,
    ': isBehindSpace && punctuation.test(before)',
    ': isBehindSpace',
    '«»*a *\n¦',
  ),
  rule(
    'a mark between letters closes nothing for certain',
    inline,
    'isBehindSpace || punctuation.test(after)',
    'true',
    '«»_a_é\n¦',
  ),
  rule(
    'a mark between a dot and a letter closes nothing',
    inline,
    ': isBehindSpace && punctuation.test(before)',
    ': punctuation.test(before)',
    '«»*a.*b\n¦',
  ),
  rule(
    'a note is no link',
    inline,
    "if (reading.source[reading.at] === '^') return undefined",
    '',
    '«»a [^b](c)\n\n[^b]: d\n¦',
  ),
  rule('a destination is plain', inline, '[^\\0- "\'()<>\\\\&\\x7F]+', '[^)]+', '«»a [b](c d)\n¦'),
  rule('lines are counted', inline, 'reading.line += 1', '', '«»a\n`b`\n¦'),
  rule(
    'CR and LF are one line ending',
    inline,
    ' || source.charCodeAt(index + 1) === lineFeed',
    '',
    '«»a\r\n`b`\n¦',
  ),
]

/** What happens within a unit does not happen in the smallest units. */
function inLargeUnits({ name, changes, wrong }: ExactnessRule): ExactnessRule {
  const units = [
    { file: 'scan.ts', find: 'const enough = 1', replace: 'const enough = 192' },
    { file: fragment, find: 'const maxCode = 0', replace: 'const maxCode = 512' },
  ]
  return { name, changes: [...units, ...changes], wrong }
}
