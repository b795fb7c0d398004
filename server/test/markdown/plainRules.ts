import { type ExactnessRule, rule } from './exactnessRule.ts'

const line = 'plainLine.ts'
const fragment = 'plainFragment.ts'
const blocks = 'plainBlocks.ts'
const nodes = 'plainNodes.ts'
const inline = 'plainInline.ts'

/** The rules by which a unit is read without micromark. */
export const plainRules: readonly ExactnessRule[] = [
  // Lines.
  rule('a number with a dot begins an item', line, '(?![0-9]{1,9}[.)](?:[ \\t]|$))', '', '«»1.\n¦'),
  rule(
    'marks at the start of a line mean something',
    line,
    '[^\\0- !#&*+\\-:<=>[\\\\_`|~]|',
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
  rule('hashes at the end of a heading close it', line, ' || closingHashes.test(line)', '', '«»# a #\n¦'),
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
    "language !== 'markdown'",
    "language === 'front matter'",
    '«»---\n\n- a\n¦',
  ),
  rule(
    'a paragraph ends with a blank line',
    blocks,
    "? 'spaced list' : 'nothing'",
    "? 'spaced list' : open",
    '«»a\n\nb\n¦',
  ),
  rule(
    'a line continues the item before it',
    blocks,
    "if (open === 'list' || (open === 'paragraph'",
    "if ((open === 'paragraph'",
    '«»- a\nb\n¦',
  ),
  rule(
    'spaces before a line break it',
    blocks,
    "open === 'paragraph' && this.#isPadded",
    'false',
    '«»a  \nb\n¦',
  ),
  rule(
    'a number may be part of a paragraph',
    blocks,
    "if (open === 'paragraph' && line.number !== null) return false",
    '',
    '«»a\n2. b\n¦',
  ),
  rule(
    'another marker begins another list',
    blocks,
    " || (open === 'list' && line.marker !== this.#marker)",
    '',
    '«»- a\n* b\n¦',
  ),
  rule(
    'a blank line makes a list loose',
    blocks,
    "this.#open === 'spaced list' && isContinued",
    'false',
    '«»- a\n\n- b\n¦',
  ),
  rule(
    'a list after a blank line is another',
    blocks,
    "if (open === 'spaced list' || (",
    'if ((',
    '«»- a\n\n* b\n¦',
  ),
  rule('only three dashes are a break', blocks, '!line.isBreak', 'false', '«»--\n¦'),
  rule('an underline below a definition is text', blocks, ' || this.#mayDefine', '', '[A]:/\n«»=\n¦a'),
  rule('a row may be text', blocks, "|| this.#open === 'head' ?", '?', '«»| a |\n¦'),
  rule(
    'a head has as many cells as there are dashes',
    blocks,
    'line.align?.length !== count',
    'line.align === null',
    '«»| a |\n|-|-|\n¦',
  ),
  rule(
    'a line below a row is another row',
    blocks,
    "if (this.#open === 'table') return this.#takeInTable(body, start, end)",
    '',
    '«»| a |\n|-|\nb\n¦',
  ),
  rule(
    'a mark at the start of a line ends a table',
    line,
    "startsHere('table', line) && nextRow.test(line)",
    'nextRow.test(line)',
    '«»| a |\n|-|\n> b\n¦',
  ),
  rule('a pipe alone is no cell', line, '(?!\\|$)', '', '«»a\n-|\n|\n\n¦'),
  rule('spaces behind a row are not part of it', line, '*(?<! )$/', '*$/', '«»| a |\n|-|\n| b | \n¦'),
  rule(
    'a row may have no pipe before its first cell',
    nodes,
    "source[at] === '|' ? at + 1 : at",
    'at + 1',
    '«»| a |\n|-|\nb|c\n¦',
  ),
  rule(
    'a row may have no pipe after its last cell',
    nodes,
    "source.endsWith('|') ? source.length - 1 : source.length",
    'source.length - 1',
    '«»| a |\n|-|\nb\n¦',
  ),
  rule('a table ends with its dashes', nodes, 'columns?.end ?? end', 'end', '«»| a |\n|-|\n¦'),
  inLargeUnits(
    rule(
      'a table begins with a head',
      nodes,
      'columns === null && table',
      'table',
      '«»| a |\n|-|\n\n| b |\n|-|\n¦',
    ),
  ),
  rule(
    'the last pipe is part of the last cell',
    nodes,
    'pipe + 1 < source.length ? pipe : source.length',
    'pipe',
    '«»| a |\n|-|\n¦',
  ),
  rule('a longer fence closes code', blocks, 'closesFence(body, code.run) || ', '', '«»```\n````\na\n```\n¦'),
  rule(
    'code without a line is not continued',
    blocks,
    "this.#code.content === '' ? undefined : ",
    '',
    '«»```\n\n¦',
  ),
  rule(
    'a last line without an ending is a line',
    fragment,
    'const isOpen = last',
    'const isOpen = false && last',
    '«»a¦',
  ),
  rule(
    'a paragraph with a checkbox starts with its text',
    nodes,
    "if (checkbox !== '' && paragraph",
    "if (checkbox === '' && paragraph",
    '«»- [ ] **a**\n¦',
  ),
  rule('spaces at the end are no content', nodes, ".replace(/(?<! ) +$/, '')", '', '«»a  \n¦'),
  inLargeUnits(
    rule(
      'neighbouring items are one list',
      nodes,
      "list?.type === 'list'",
      "list?.type === 'blockquote'",
      '«»- a\n- b\n¦',
    ),
  ),
  inLargeUnits(
    rule(
      'neighbouring rows are one table',
      nodes,
      "table?.type === 'table'",
      "table?.type === 'blockquote'",
      '«»| a |\n|-|\n| b |\n¦',
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
  rule(
    'a destination is plain',
    inline,
    '/\\]\\(([^\\0- "\'()<>\\\\&\\x7F]+)',
    '/\\]\\(([^)]+)',
    '«»a [b](c d)\n¦',
  ),
  rule(
    'the destination of a picture is plain',
    inline,
    '_`~]*)\\]\\(([^\\0- "\'()<>\\\\&\\x7F]+)',
    '_`~]*)\\]\\(([^)]+)',
    '«»![b](c d)\n¦',
  ),
  rule('an address has an at sign', inline, '(?<![\\w+.-])@', '@', '«»to a@b.cc\n¦'),
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
  const units = [{ file: 'scan.ts', find: 'const enough = 1', replace: 'const enough = 192' }]
  return { name, changes: [...units, ...changes], wrong }
}
