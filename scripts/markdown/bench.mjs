// Compares the speed of the incremental Markdown layer with remark-parse of the whole text, lezer and tree-sitter:
//
//   npm run bench:markdown -- [--quick]
//
// Trust the ratios: the milliseconds depend on the machine.
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { loadSource } from '../loadSource.mjs'
import { confetti, fence, list, report, table, typing } from './documents.mjs'
import { loadTreeSitter, openLezer } from './peers.mjs'

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } })
const { MarkdownDocument, referenceTree } = await loadSource({
  'server/src/markdown/document.ts': ['MarkdownDocument'],
  'server/test/markdown/remark.ts': ['referenceTree'],
})
const openTreeSitter = loadTreeSitter()
const sizes = values.quick ? [4_000, 40_000, 400_000] : [4_000, 40_000, 400_000, 4_000_000]
const names = { 4000: '4 KB', 40000: '40 KB', 400000: '400 KB', 4000000: '4 MB' }
const texts = Object.fromEntries(sizes.map((size) => [size, report(size)]))
const goals = []

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

warmUp()
const opened = measureOpening()
const typed = measureTyping()
measureHardCases()
measureMemory()
checkGoals()

function warmUp() {
  for (let round = 0; round < 4; round += 1) {
    typingTimes(texts[40_000], 'middle', ours)
    typingTimes(texts[40_000], 'middle', theirs(openLezer))
    referenceTree(texts[40_000])
  }
}

/** The larger the text, the fewer repetitions. */
function measureOpening() {
  const rows = []
  const results = {}
  for (const size of sizes) {
    const text = texts[size]
    const count = { 4000: 60, 40000: 15, 400000: 4, 4000000: 1 }[size]
    const own = times(count, () => MarkdownDocument.from(text))
    const whole = times(count, () => referenceTree(text))
    results[size] = { own: quantile(own, 0.5), whole: quantile(whole, 0.5) }
    const { own: ownTime, whole: wholeTime } = results[size]
    const rate = `${(text.length / 1000 / ownTime).toFixed(2)} MB/s`
    rows.push([names[size], milliseconds(ownTime), rate, milliseconds(wholeTime), ratio(wholeTime / ownTime)])
    progress(`opened ${names[size]}`)
  }
  print('First open, p50 in ms', ['size', 'ours', 'rate', 'remark-parse', 'remark / ours'], rows)
  return results
}

/** The parsers take turns, so that a busy moment of the machine slows each of them. */
function measureTyping() {
  const rows = []
  const results = {}
  for (const size of sizes) {
    for (const where of ['head', 'middle', 'end']) {
      const own = []
      const lezer = []
      const treeSitter = []
      for (let round = 0; round < (size > 400_000 ? 1 : 3); round += 1) {
        own.push(...typingTimes(texts[size], where, ours))
        lezer.push(...typingTimes(texts[size], where, theirs(openLezer)))
        if (openTreeSitter) treeSitter.push(...typingTimes(texts[size], where, theirs(openTreeSitter)))
      }
      const whole = opened[size].whole
      results[`${size} ${where}`] = { own, lezer, treeSitter, whole }
      rows.push([
        names[size],
        where,
        ...[0.5, 0.9, 0.99].map((part) => milliseconds(quantile(own, part))),
        milliseconds(quantile(lezer, 0.5)),
        milliseconds(quantile(lezer, 0.99)),
        openTreeSitter ? milliseconds(quantile(treeSitter, 0.5)) : '-',
        ratio(whole / quantile(own, 0.5)),
        ratio(quantile(own, 0.5) / quantile(lezer, 0.5)),
      ])
    }
    progress(`typed in ${names[size]}`)
  }
  const head = [
    'size',
    'where',
    'p50',
    'p90',
    'p99',
    'lezer p50',
    'lezer p99',
    'tree-sitter p50',
    'remark / ours',
    'ours / lezer',
  ]
  print('A keystroke, in ms', head, rows)
  return results
}

function measureHardCases() {
  const rows = []
  for (const [name, make] of Object.entries({ 'paragraph + item': confetti, table, list, fence })) {
    const text = make(400_000)
    const open = Math.min(...times(2, () => MarkdownDocument.from(text)))
    const document = MarkdownDocument.from(text)
    const at = text.indexOf('\n', 200_000) + 6
    const edits = times(300, (index) =>
      document.edit([{ start: at, end: at + (index % 2), text: index % 2 === 1 ? '' : '*' }]),
    )
    const keystroke = quantile(edits, 0.5)
    rows.push([name, milliseconds(open), milliseconds(keystroke), milliseconds(quantile(edits, 0.99))])
    if (name === 'paragraph + item' || name === 'table') {
      goal(7, `ms, opening 400 KB of ${name}`, open, 1500)
      goal(7, `ms, a keystroke in 400 KB of ${name}, p50`, keystroke, 0.5)
    }
    if (name === 'paragraph + item')
      goalAtLeast(9, 'MB/s, opening 400 KB of paragraph + item', 400 / open, 0.25)
  }
  print('400 KB of one thing, in ms', ['document', 'open', 'keystroke p50', 'p99'], rows)
}

function measureMemory() {
  const size = values.quick ? 400_000 : 4_000_000
  const text = texts[size]
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const document = MarkdownDocument.from(text)
  collectGarbage()
  const used = process.memoryUsage().heapUsed - before
  const perMegabyte = used / text.length
  print(
    'Memory with all trees',
    ['document', 'MB for each MB of Markdown'],
    [[names[size], perMegabyte.toFixed(1)]],
  )
  return document
}

function checkGoals() {
  const own = (size, part) => quantile(typed[`${size} middle`].own, part)
  const largest = sizes.at(-1)
  const name = names[largest]
  goal(3, `times the cost of a keystroke at 4 KB, at ${name}, p50`, own(largest, 0.5) / own(4_000, 0.5), 1.2)
  goal(3, `the same, p90`, own(largest, 0.9) / own(4_000, 0.9), 1.5)
  for (const [size, min] of [
    [4_000, 100],
    [40_000, 1_000],
    [400_000, 20_000],
  ]) {
    const factor = opened[size].whole / own(size, 0.5)
    goalAtLeast(4, `times faster than remark-parse at ${names[size]}, p50`, factor, min)
  }
  goalAtLeast(4, 'times faster at 4 KB even at p90', opened[4_000].whole / own(4_000, 0.9), 10)
  for (const [size, max] of [
    [4_000, 1.5],
    [40_000, 1.5],
    [400_000, 0.25],
    [4_000_000, 0.02],
  ]) {
    if (!sizes.includes(size)) continue
    const lezer = quantile(typed[`${size} middle`].lezer, 0.5)
    goal(5, `times the cost of lezer at ${names[size]}, p50`, own(size, 0.5) / lezer, max)
  }
  const open = opened[largest].own
  goalAtLeast(9, `MB/s, opening ${name}`, texts[largest].length / 1000 / open, 0.6)
  goal(9, 'times the time for ten times the text, opening', open / opened[largest / 10].own, 13)
  const isWhole = largest === 4_000_000
  if (isWhole) goalAtLeast(9, 'times faster than remark-parse, opening 4 MB', opened[largest].whole / open, 4)
  goals.sort((left, right) => left[0] - right[0])
  print('Goals', ['goal', 'what', 'wanted', 'measured', ''], goals)
}

function goal(number, what, measured, max) {
  const verdict = measured <= max ? 'met' : `missed by ${((measured / max - 1) * 100).toFixed(0)} %`
  goals.push([number, what, `at most ${figure(max)}`, figure(measured), verdict])
}

function goalAtLeast(number, what, measured, min) {
  const verdict = measured >= min ? 'met' : `missed by ${((1 - measured / min) * 100).toFixed(0)} %`
  goals.push([number, what, `at least ${figure(min)}`, figure(measured), verdict])
}

function figure(number) {
  return Number(number.toPrecision(3)).toString()
}

/** Our document holds the text itself, so it is given only the edit. */
function ours(text) {
  const document = MarkdownDocument.from(text)
  return { holdsText: true, edit: (edit) => document.edit([edit]) }
}

/** The others are given the whole new text and the position of the edit. Preparing these is not timed. */
function theirs(open) {
  return (text) => open(text)
}

function typingTimes(text, where, open) {
  const at = offsetOf(text, where)
  let whole = `${text.slice(0, at)}\n\n${text.slice(at)}`
  const row = whole.slice(0, at).split('\n').length - 1
  const start = at + (where === 'end' ? 2 : 0)
  const position = { row: row + (where === 'end' ? 2 : 0), column: 0 }
  const parser = open(whole)
  return typing(start).map((edit) => {
    if (parser.holdsText) {
      const started = performance.now()
      parser.edit(edit)
      return performance.now() - started
    }
    whole = whole.slice(0, edit.start) + edit.text + whole.slice(edit.end)
    // V8 concatenates lazily; reading a character flattens the text before the clock starts.
    whole.charCodeAt(edit.start)
    const before = takePosition(position, edit)
    const started = performance.now()
    parser.edit(edit, whole, before)
    return performance.now() - started
  })
}

/** Returns the row and column of the edit, and moves the position past the text that it inserts. */
function takePosition(position, edit) {
  const removed = edit.end - edit.start
  const before = { row: position.row, column: position.column - removed }
  if (edit.text === '\n') Object.assign(position, { row: position.row + 1, column: 0 })
  else position.column += edit.text.length - removed
  return before
}

/** The offset of an empty line between two sections, or of the end. */
function offsetOf(text, where) {
  if (where === 'head') return text.indexOf('\n\n## ') + 1
  if (where === 'end') return text.length
  return text.indexOf('\n\n', text.length / 2) + 1
}

function times(count, action) {
  return Array.from({ length: count }, (_, index) => {
    const started = performance.now()
    action(index)
    return performance.now() - started
  })
}

function quantile(numbers, part) {
  const sorted = [...numbers].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

function milliseconds(time) {
  return time < 0.1 ? time.toFixed(4) : time < 10 ? time.toFixed(3) : time.toFixed(0)
}

function ratio(number) {
  return number < 1
    ? `${number.toFixed(3)}x`
    : number < 100
      ? `${number.toFixed(1)}x`
      : `${Math.round(number)}x`
}

function print(title, head, rows) {
  console.log(`\n### ${title}\n`)
  console.log(`| ${head.join(' | ')} |`)
  console.log(`|${head.map(() => ' --- |').join('')}`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

function progress(what) {
  if (process.stderr.isTTY) process.stderr.write(`${what}\n`)
}
