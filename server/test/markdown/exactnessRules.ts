import type { SourceChange } from '../../../scripts/markdown/loadVariants.mjs'
import { type ExactnessRule, rule } from './exactnessRule.ts'
import { plainRules } from './plainRules.ts'

/** Units as small as possible, so that a short document has as many boundaries as a long one. */
export const tinyUnits: readonly SourceChange[] = [
  { file: 'scan.ts', find: 'const enough = 192', replace: 'const enough = 1' },
  { file: 'scan.ts', find: 'const enoughOfFence = 512', replace: 'const enoughOfFence = 1' },
  { file: 'scan.ts', find: 'const little = 64', replace: 'const little = 0' },
]

/**
 * The rules that make an edit exact. A rule that could be removed with every test still passing would be either
 * unnecessary or unproven, so each comes with an edit that goes wrong without it.
 */
export const exactnessRules: readonly ExactnessRule[] = [
  // Starting a block.
  rule(
    'a row is not a fresh start',
    'tokenizerState.ts',
    "|| before === 'tableHead') return 'table'",
    "|| before === 'tableHead') return 'fresh'",
    '«»a\n-|\no\n¦',
  ),
  rule(
    'not every line below a row is another row',
    'signature.ts',
    'return row.test(line)',
    'return true',
    '«»a\n-|\n b``\n  \n¦',
  ),
  rule(
    'a number with a dot below a row begins a list',
    'signature.ts',
    '[0-9]{1,20}[^0-9.)\\s]',
    '[0-9]',
    '«»|a\n|-\n1. b\n¦',
  ),
  rule(
    'a line of code does not close the fence',
    'signature.ts',
    'return !closesFence(line, fenceRun(signature)!)',
    'return true',
    '«»```\n\n```\n¦',
  ),
  rule(
    'an item starts with its marker',
    'signature.ts',
    'return isItem(line, marker)',
    'return true',
    '«»2. a\n\n¦',
  ),
  rule(
    'a thematic break is no item',
    'signature.ts',
    "return marker === '+' || !isThematicBreak(line, marker)",
    'return true',
    '- abc\n«»- - -\n¦',
  ),
  rule(
    'a fence has a line in its first block',
    'fragment.ts',
    'run !== undefined && lines > 0',
    'run !== undefined',
    '«»``` x y\n\n¦',
  ),
  rule(
    'a fence is not opened by its own lines',
    'fragment.ts',
    'else if (this.#fence !== undefined) this.#fence',
    'else if (this.#fence?.run !== undefined) this.#fence',
    ' ```\n«»~~~\n¦\n ',
  ),
  rule(
    'an open container is no fresh start',
    'fragment.ts',
    'if (depth > 0) return',
    'if (depth > 0 && outermost !== undefined) return',
    '«»> # a\n> b\n¦',
  ),
  rule(
    'not every line below a note is another note',
    'signature.ts',
    'return note.test(line)',
    'return true',
    '«»[^b]:d\n\n    e\n¦',
  ),
  rule(
    'only a colon makes a note of what looks like one',
    'signature.ts',
    '{1,100}\\]:/',
    '{1,100}\\]/',
    '«»[^a]: b\n[^c] d\n¦',
  ),
  rule(
    'no construct is under way',
    'fragment.ts',
    '|| flow.currentConstruct !== undefined) return',
    ') return',
    '«»&\n|b\n¦',
  ),

  // Resuming.
  rule(
    'the first line of a block is checked again',
    'splice.ts',
    'if (line === undefined || !startsHere(unit.signature, line)) return false',
    '',
    '```\na\n«b\n»¦```\n',
  ),
  rule(
    'a new prefix changes the item before',
    'splice.ts',
    'itemSentinel(line) === itemSentinel(unit.text)',
    'true',
    '- ```\n      \n-«»  ¦ b\n',
  ),
  rule(
    'a CR before the edit joins a LF that starts it',
    'splice.ts',
    "if (line?.startsWith('\\n') && blockOf(sequence, before)!.text.endsWith('\\r')) return false",
    '',
    '# a\r«»\n¦# b\n',
  ),

  // Stopping.
  rule(
    'reading stops only at the same signature',
    'scan.ts',
    'if (old?.signature !== here) return false',
    'if (old === undefined) return false',
    '```\n\n«»```\n¦o\n',
  ),
  rule(
    'a line continues where its ending is gone',
    'splice.ts',
    "return text.endsWith('\\n')",
    'return true',
    '- a«\n»¦- b\n',
  ),
  rule(
    'a CR that ends the edit joins the LF after it',
    'splice.ts',
    "if (text.endsWith('\\r')) return !next.startsWith('\\n')",
    "if (text.endsWith('\\r')) return true",
    '# a«\n»\r¦\n# b\n',
  ),

  // Reading part of a construct.
  rule(
    'an item is read together with the next one',
    'fragment.ts',
    "const sentinel = isInList ? itemSentinel(next!) : ''",
    "const sentinel = isInList ? `${next!.match(/^[0-9]*./)}\\n` : ''",
    '«»- ```\n¦- i\n',
  ),
  rule(
    'the next item has its own prefix',
    'signature.ts',
    '`${prefix}x`',
    '`${prefix.trimEnd()} x`',
    '- ```\n      \n-   b«»c¦\n',
  ),
  rule(
    'a list is loose if one part of it is',
    'tree.ts',
    'list.spread = Boolean(list.spread || (part as List).spread)',
    '',
    '- a\n- b\n«»\n¦- c\n',
  ),
  rule(
    'the parts of a fence are joined by line endings',
    'tree.ts',
    '+= ending + (part as Code).value',
    '+= (part as Code).value',
    '```\na\nb«»c¦\nd\n```\n',
  ),
  rule(
    'lazy lines are those of this unit',
    'fragment.ts',
    'parser.lazy = {}',
    '',
    '> a\nb\n\n``` x y\nc«»d¦\n```\n',
  ),
  rule(
    'the checkbox on the root is carried over',
    'tree.ts',
    'checked = unit.checked ?? checked',
    '',
    '1.\n[x] a\n\n# b«»c¦\n',
  ),

  // Definitions.
  rule(
    'a definition changes the blocks that asked for it',
    'document.ts',
    'if (flips.size === 0 && guesses.size === 0) return',
    'return',
    '[a]\n\n«»[a]: b\n¦',
  ),
  rule(
    'a guess is checked',
    'document.ts',
    'if (flips.size === 0 && guesses.size === 0) return',
    'if (flips.size === 0) return',
    '[a]\n\n«»\n[a]:\n¦',
  ),
  rule(
    'a guess is forgotten',
    'document.ts',
    'this.#definitions.expect(new Set())',
    '',
    '[a]\n\n«»\n[a]:\n¦',
  ),
  rule(
    'notes and links have names of their own',
    'identifiers.ts',
    "this.#standIn('footnote ')",
    "this.#standIn('link ')",
    '[^a] [a]\n\n«»[a]: b\n¦',
  ),
  rule(
    'a definition given twice survives the loss of one',
    'identifiers.ts',
    'if (count + by > 0) this.#counts.set(identifier, count + by)',
    'if (by > 0) this.#counts.set(identifier, 1)',
    '[a]\n\n[a]: b\n\n«[a]: c\n»¦',
  ),

  // The top of the document.
  rule(
    'front matter is read as such at the top',
    'splice.ts',
    'const head = isAtTop ? readFrontMatter(current, source) : undefined',
    'const head = undefined',
    '«»---\na: b\n---\n¦',
  ),
  rule(
    'front matter stays at the top',
    'splice.ts',
    "text), signature: 'top' }",
    "text), signature: 'fresh' as const }",
    '«»# x\n¦---\na: b\n---\n',
  ),
  rule(
    'front matter that opens or closes changes every line',
    'splice.ts',
    'if (language !== reader.language && sequence.length > 0) return everything',
    'if (Number.isNaN(sequence.length)) return everything',
    '«»---\n¦# b\n\n- a\n\n',
  ),
  rule(
    'front matter may be closed from anywhere',
    'splice.ts',
    "if (!isAtTop) return hasClosingLine([dirt.text]) ? 'markdown' : language",
    'if (!isAtTop) return language',
    '---\n\n- a\n\n# b\n\n«»---\n¦',
  ),
  rule(
    'a byte order mark is no text',
    'splice.ts',
    'const marked = start.offset === 0 && dirt.text.startsWith(byteOrderMark)',
    'const marked = false',
    '«»\uFEFF¦# a\n',
  ),
  rule(
    'a byte order mark may come to the top',
    'splice.ts',
    "const isNewMark = start.offset === 0 && text === '' && next.text.startsWith(byteOrderMark)",
    'const isNewMark = false',
    '«# h\n»¦\uFEFFa\n',
  ),
  rule(
    'text before a byte order mark makes it text',
    'splice.ts',
    'if (next !== markUnit && !isNewMark && endsWithLine',
    'if (!isNewMark && endsWithLine',
    '«»- a\n¦\uFEFF- b\n',
  ),

  // Typing.
  rule(
    'typed words hold no markup',
    'typing.ts',
    "words.split(' ').every((word) => plainWord.test(word)) && !address",
    '!address',
    'one &am«»p¦; two\n',
  ),
  rule(
    'typed words are no address',
    'typing.ts',
    ' && !address.test(words)',
    '',
    'see ww«»w¦.example.org now\n',
  ),
  rule(
    'brackets and angles reach into a text',
    'typing.ts',
    "if (child.type === 'text') return reaching.test(child.value)",
    "if (child.type === 'text') return false",
    'see [a fo«»o¦ b]\n\n[a foo b]: /u\n',
  ),
  rule(
    'a paragraph may become a definition',
    'typing.ts',
    "return first !== '['",
    'return true',
    '[a]: /u «x»¦\n\n[a]: /v\n',
  ),
  rule(
    'a line may become the title of a definition',
    'typing.ts',
    'return !/["\'([]/.test(first)',
    'return true',
    '[a]: /u\n"t\nu" «x»¦\n',
  ),
  rule(
    'a text is its source',
    'typing.ts',
    'if (unit.text.slice(from.offset, to.offset) !== node.value) return undefined',
    '',
    '- a\n  b«»c¦ d\n',
  ),
  rule(
    'marks after a text see the same neighbour',
    'typing.ts',
    'suffix === undefined ? !endsAlike(before, after, isLast) :',
    'suffix === undefined ? false :',
    '*so a«»,¦*b\n',
  ),
  rule(
    'whatever follows a text sees the same neighbour',
    'typing.ts',
    'return old === fresh || (isLast && letter',
    'return old === fresh || (letter',
    'so a1«»b¦http://example.org\n',
  ),
  rule(
    'two spaces may break a line',
    'typing.ts',
    ': /[ \\t]{2}$|\\t$/.test(after)) return undefined',
    ': false) return undefined',
    'one two «» ¦\n',
  ),
  rule(
    'a space at the end of a line is no text',
    'typing.ts',
    "if (/^$| $/.test(fresh) && /[\\r\\n]/.test(before[wordEnd] ?? '')) return undefined",
    '',
    'one two«» ¦\nthree\n',
  ),
  rule(
    'a word that touches other markup is not plain',
    'typing.ts',
    'if (isBehindSibling && wordStart === 0) return undefined',
    '',
    'https://a.bc.«»d¦\n',
  ),
  rule(
    'a line begins plainly',
    'typing.ts',
    'if (!isBehindSibling && !plainLine.test(before.slice(lineStart, lineStart + 12))) return undefined',
    '',
    'a | b\n| - | -«a»¦\n',
  ),
  rule(
    'the first word keeps its first letter',
    'typing.ts',
    'if (isFirstWord && (at === wordStart || !/^[A-Za-z]/.test(old))) return undefined',
    '',
    'one\n1«».¦ two\n',
  ),
  rule(
    'the word before a new one is plain',
    'typing.ts',
    'if (at === wordStart && !(at > 1 && plainWord.test(before[at - 2]!))) return undefined',
    '',
    '# a # «b»¦\n',
  ),
  rule(
    'lines are counted in the text',
    'typing.ts',
    'const line = 1 + countLineEndings(unit.text, start)',
    'const line = from.line + countLineEndings(node.value, start - from.offset!)',
    '- [ ] \nfoo b«»c¦\n',
  ),
  rule(
    'only transparent nodes hold plain text',
    'typing.ts',
    'if (!transparent.has(node.type)) return []',
    '',
    'a [x fo«»o¦]\n\n[x fo]: /u\n',
  ),

  ...plainRules,
]
