// This file is longer than most: only together do its conditions make sure that nothing but lengths changes.
import type { Nodes, Parents, RootContent, Text } from 'mdast'
import type { Point } from 'unist'
import { isDense } from './dense.ts'
import { countLineEndings } from './lines.ts'
import type { TextEdit } from './types.ts'
import type { Unit } from './unit.ts'

/**
 * The characters that mean nothing inside a line: letters, digits, and the punctuation that no inline construct
 * begins, ends or looks at, as long as nothing reaches into the text from further away.
 */
const plainEdit = /^(?:[A-Za-z0-9"'(),.:;?%/+=$-]*| )$/
const plainWord = /^[A-Za-z0-9"'(),.:;?%/+=$-]*$/
/** With these, a word may become a link by itself. */
const address = /www|http/i
/**
 * Brackets may ask for definitions, angle brackets may become HTML and at signs addresses, over several
 * words.
 */
const reaching = /[[\]<@]/
const letter = /[A-Za-z0-9]/
/** A line that begins like this stays in its paragraph, whatever its later words are. */
const plainLine = /^(?![0-9]{1,9}[.)](?:[ \t\r\n]|$))[A-Za-z0-9]/

/** Nodes in which the value of a text node is its own source and nothing else. */
const transparent: ReadonlySet<Nodes['type']> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'tableRow',
  'table',
  'emphasis',
  'strong',
  'delete',
  'list',
  'listItem',
  'blockquote',
  'footnoteDefinition',
])
const holdsInline: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell'])

type Shift = (point: Point) => Point

/**
 * The unit after letters, digits or a space were typed or deleted in plain prose, if micromark is certain to
 * read it as before but for the lengths; otherwise undefined. Most keystrokes are of this kind. The edit is
 * relative to the unit.
 */
export function retyped(unit: Unit, edit: TextEdit): Unit | undefined {
  const { start, end, text } = edit
  if (unit.checked !== undefined || end > unit.text.length || text.length + end - start > 32) return undefined
  if (!plainEdit.test(text) || !plainEdit.test(unit.text.slice(start, end))) return undefined
  const path = pathToText(unit.nodes, start, end)
  const node = path.at(-1) as Text | undefined
  if (node === undefined || !isPlainBlock(unit, path)) return undefined
  const { start: from, end: to } = node.position!
  if (unit.text.slice(from.offset, to.offset) !== node.value) return undefined
  const value = typedValue(unit.text, path, edit)
  if (value === undefined) return undefined
  const whole = unit.text.slice(0, start) + text + unit.text.slice(end)
  if (isDense(unit.text) || isDense(whole)) return undefined
  // After a task marker, micromark's line for the start of a text is one too low, so it is counted here.
  const line = 1 + countLineEndings(unit.text, start)
  const by = text.length - (end - start)
  const shift: Shift = (point) => (point.offset! < end ? point : moved(point, by, line))
  const typed: Text = {
    ...node,
    value,
    position: { start: from, end: moved(to, from.offset! + value.length - to.offset!, line) },
  }
  return { ...unit, text: whole, nodes: along(unit.nodes, path, 0, typed, shift), end: shift(unit.end) }
}

function moved(point: Point, by: number, line: number): Point {
  const column = point.line === line ? point.column + by : point.column
  return { line: point.line, column, offset: point.offset! + by }
}

/**
 * The text node that the edit is in or directly after, and the nodes around it; empty if the node could mean
 * something other than its characters.
 */
function pathToText(nodes: readonly RootContent[], start: number, end: number): Nodes[] {
  const path: Nodes[] = []
  let among: readonly Nodes[] = nodes
  for (;;) {
    const node = among.find((child) => isAround(child, start, end)) ?? lastText(path.at(-1))
    if (node === undefined) return []
    path.push(node)
    if (node.type === 'text') return path
    if (!transparent.has(node.type)) return []
    among = (node as Parents).children
  }
}

function isAround({ position }: Nodes, start: number, end: number): boolean {
  return position !== undefined && position.start.offset! < start && position.end.offset! >= end
}

/** The last text of a paragraph or heading, after which there may be a space that belongs to no node. */
function lastText(around: Nodes | undefined): Nodes | undefined {
  const last = around?.type === 'paragraph' || around?.type === 'heading' ? around.children.at(-1) : undefined
  return last?.type === 'text' && last.position !== undefined ? last : undefined
}

/** Returns whether the block around the text neither reaches into it nor could become a definition. */
function isPlainBlock(unit: Unit, path: readonly Nodes[]): boolean {
  const depth = path.findIndex((around) => holdsInline.has(around.type))
  const block = path[depth] as Parents | undefined
  if (block === undefined || hasReachingText(block)) return false
  const siblings = depth === 0 ? unit.nodes : (path[depth - 1] as Parents).children
  const first = unit.text[block.position!.start.offset!]!
  if (siblings[siblings.indexOf(block as never) - 1]?.type === 'definition') return !/["'([]/.test(first)
  return first !== '['
}

function hasReachingText(parent: Parents): boolean {
  return parent.children.some((child) => {
    if (child.type === 'text') return reaching.test(child.value)
    return 'children' in child && hasReachingText(child)
  })
}

/** The new value of the text at the end of the path, if every word that changes is plain before and after. */
function typedValue(text: string, path: readonly Nodes[], edit: TextEdit): string | undefined {
  const node = path.at(-1) as Text
  const parent = path.at(-2) as Parents
  const from = node.position!.start.offset!
  const index = parent.children.indexOf(node as never)
  const isLast = index === parent.children.length - 1
  const suffix = isLast ? spaceBehind(text, node, parent) : undefined
  const before = node.value + (suffix ?? '')
  const at = edit.start - from
  const behind = edit.end - from
  if (at < 1 || behind > before.length) return undefined
  const after = before.slice(0, at) + edit.text + before.slice(behind)
  if (suffix === undefined ? !endsAlike(before, after, isLast) : /[ \t]{2}$|\t$/.test(after)) return undefined

  const wordStart = lastSpace(before, at) + 1
  const wordEnd = nextSpace(before, behind)
  const old = before.slice(wordStart, wordEnd)
  const fresh = after.slice(wordStart, wordEnd + after.length - before.length)
  if (!isPlain(old) || !isPlain(fresh)) return undefined
  // A space at the end of a line is not part of the text.
  if (/^$| $/.test(fresh) && /[\r\n]/.test(before[wordEnd] ?? '')) return undefined

  const lineStart = lastLineEnding(before, at) + 1
  const isBehindSibling = lineStart === 0 && !isFirstOfLine(parent, index)
  if (isBehindSibling && wordStart === 0) return undefined
  if (!isBehindSibling && !plainLine.test(before.slice(lineStart, lineStart + 12))) return undefined
  const isFirstWord = !isBehindSibling && lineStart === wordStart
  if (isFirstWord && (at === wordStart || !/^[A-Za-z]/.test(old))) return undefined
  // A word may come and go if the one before it is plain, too.
  if (at === wordStart && !(at > 1 && plainWord.test(before[at - 2]!))) return undefined
  return after.endsWith(' ') && suffix !== undefined ? after.slice(0, -1) : after
}

/**
 * The space between the text and the end of its paragraph or heading; undefined if anything else is there.
 */
function spaceBehind(text: string, node: Text, parent: Parents): string | undefined {
  if (parent.type !== 'paragraph' && parent.type !== 'heading') return undefined
  const rest = text.slice(node.position!.end.offset!, parent.position!.end.offset!)
  return rest === '' || rest === ' ' ? rest : undefined
}

function isPlain(words: string): boolean {
  return words.split(' ').every((word) => plainWord.test(word)) && !address.test(words)
}

/** Returns whether whatever follows the text sees the same kind of character before it. */
function endsAlike(before: string, after: string, isLast: boolean): boolean {
  const [old = '', fresh = ''] = [before.at(-1), after.at(-1)]
  return old === fresh || (isLast && letter.test(old) && letter.test(fresh))
}

function isFirstOfLine(parent: Parents, index: number): boolean {
  if (index === 0) return holdsInline.has(parent.type)
  return parent.children[index - 1]!.type === 'break'
}

function lastSpace(text: string, before: number): number {
  let at = before - 1
  while (at >= 0 && !/[ \t\r\n]/.test(text[at]!)) at -= 1
  return at
}

function nextSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && !/[ \t\r\n]/.test(text[at]!)) at += 1
  return at
}

function lastLineEnding(text: string, before: number): number {
  return Math.max(text.lastIndexOf('\n', before - 1), text.lastIndexOf('\r', before - 1))
}

/** The nodes with the typed text in place of the last of the path, and everything after it shifted. */
function along<N extends Nodes>(
  nodes: readonly N[],
  path: readonly Nodes[],
  depth: number,
  typed: Text,
  shift: Shift,
): N[] {
  let isBehind = false
  return nodes.map((node) => {
    if (isBehind) return shiftedBy(node, shift)
    if (node !== path[depth]) return node
    isBehind = true
    if (depth === path.length - 1) return typed as unknown as N
    const parent = node as unknown as Parents
    const position = { start: parent.position!.start, end: shift(parent.position!.end) }
    const children = along<Nodes>(parent.children, path, depth + 1, typed, shift)
    return { ...parent, children, position } as unknown as N
  })
}

function shiftedBy<N extends Nodes>(node: N, shift: Shift): N {
  const copy: Record<string, unknown> = { ...node }
  if (node.position !== undefined) {
    copy.position = { start: shift(node.position.start), end: shift(node.position.end) }
  }
  if ('children' in node) copy.children = node.children.map((child) => shiftedBy(child as Nodes, shift))
  return copy as unknown as N
}
