import fc from 'fast-check'
import { loadSource } from '../loadSource.mjs'
import { loadVariants } from '../markdown/loadVariants.mjs'

/**
 * A round is one seed, and every other round has long histories. After a failure, the next round goes on with another
 * seed.
 */
const documentsInRound = 25
const maxNotifications = 40
const maxEdits = 16
const maxNotificationsInLong = 400
const maxShrinkingSeconds = 300
const reportEvery = 30_000
const maxPrinted = 2_000

/** What each edit causes to be read again is counted in one of so many documents, because it takes long. */
const everyCounted = 10

/**
 * Edits random reports in a server, and compares all its answers with those of a fresh server that is given the
 * final text. The two servers share no module, so that nothing is cached for both.
 *
 * `without` removes a rule of server/test/lsp/lived/cacheRules.ts from the first server, and stops at the first
 * difference.
 *
 * @param {{ seconds: number, attempts: number, seed: number, path?: string, without?: string }} options an attempt
 *   is a document
 * @returns {Promise<number>} the number of differences
 */
export async function fuzz({ seconds, attempts, seed, path, without }) {
  const {
    anyHistory,
    createClock,
    findDifference,
    cacheRules,
    removeCacheRule,
    switchable,
    smallLeaves,
    MarkdownDocument,
  } = await loadSource({
    'server/test/lsp/lived/history.ts': ['anyHistory', 'createClock', 'findDifference'],
    'server/test/lsp/lived/cacheRules.ts': ['cacheRules', 'removeCacheRule', 'switchable'],
    'server/test/lsp/lived/smallLeaves.ts': ['smallLeaves'],
    'server/src/markdown/document.ts': ['MarkdownDocument'],
  })
  if (without !== undefined && !cacheRules.some(({ name }) => name === without))
    throw new Error(`There is no rule "${without}".`)
  removeCacheRule(without ?? null)
  const [lived, fresh] = await loadVariants('server/test/lsp/editor.ts', [
    without === undefined ? smallLeaves : [...smallLeaves, ...switchable],
    [],
  ])
  const servers = { startLived: lived.startEditor, startFresh: fresh.startEditor }
  const startedAt = performance.now()
  const isDone = () => without !== undefined && totals.differences > 0
  const hasTime = () => performance.now() - startedAt < seconds * 1000 && !isDone()
  const totals = { documents: 0, edits: 0, comparisons: 0, answers: 0, differences: 0 }
  const reuse = createReuse(MarkdownDocument)
  const observer = {
    open: (text) => {
      if (totals.documents % everyCounted === 0) reuse.open(text)
      else reuse.close()
      totals.documents += 1
    },
    edit: (change, construct) => {
      totals.edits += 1
      reuse.edit(change, construct)
    },
    compare: (answers) => {
      totals.comparisons += 1
      totals.answers += answers
    },
  }
  Date.now = createClock()
  let failedAt = null
  let smallest = null
  const isOver = () =>
    failedAt === null ? !hasTime() : performance.now() > failedAt + maxShrinkingSeconds * 1000
  const isSame = async (history) => {
    if (isOver()) return true
    const difference = await findDifference(history, servers, observer)
    if (difference === null) return true
    failedAt ??= performance.now()
    smallest = difference
    return false
  }
  const histories = [
    fc.asyncProperty(anyHistory(maxNotifications, maxEdits), isSame),
    fc.asyncProperty(anyHistory(maxNotificationsInLong, maxEdits, 'long'), isSame),
  ]

  let reportedAt = startedAt
  const documents = path === undefined ? attempts : documentsInRound
  for (let round = seed; hasTime() && (round - seed) * documentsInRound < documents; round += 1) {
    failedAt = null
    const { counterexamplePath, counterexample } = await fc.check(histories[round % histories.length], {
      seed: round,
      numRuns: Math.min(documentsInRound, documents - (round - seed) * documentsInRound),
      ...(path !== undefined && { path, endOnFailure: true }),
    })
    if (counterexample !== null) {
      totals.differences += 1
      const again = await findDifference(counterexample[0], servers)
      if (again === null) console.log('This did not show again:')
      printDifference(again ?? smallest)
      const removed = without === undefined ? '' : ` --without ${JSON.stringify(without)}`
      console.log(
        `  repeat: npm run fuzz -- --kind lived --seed ${round} --path ${counterexamplePath}${removed}`,
      )
    }
    if (performance.now() - reportedAt < reportEvery) continue
    reportedAt = performance.now()
    report()
  }
  report()
  reuse.print()
  return totals.differences

  function report() {
    const elapsed = ((performance.now() - startedAt) / 1000).toFixed(0)
    const { documents, edits, comparisons, answers, differences } = totals
    console.log(
      `${elapsed} s from seed ${seed}: ${documents} documents, ${edits} edits, ${comparisons} comparisons ` +
        `of ${answers} answers, ${differences} differences`,
    )
  }
}

function printDifference(difference) {
  const { question, lived, fresh, text, configuration, happened } = difference
  console.log(`DIFFERENCE in the answer to ${question}`)
  console.log(`  configuration: ${configuration}`)
  console.log(`  opened: ${JSON.stringify(text)}`)
  for (const each of happened) console.log(`  happened: ${JSON.stringify(each)}`)
  const answers = [lived, fresh].map((answer) => JSON.stringify(answer) ?? 'nothing')
  const from = Math.max(0, lengthInCommon(...answers) - shownBefore)
  const [ofLived, ofFresh] = answers.map(
    (answer) => `${from === 0 ? '' : '…'}${answer.slice(from, from + maxPrinted)}`,
  )
  console.log(`  lived: ${ofLived}`)
  console.log(`  fresh: ${ofFresh}`)
}

/** Counts how many blocks of a document each edit causes to be read again, by the construct that is edited. */
function createReuse(MarkdownDocument) {
  const columns = ['none', '1', '2 to 4', '5 or more', 'all']
  const counts = new Map()
  let document
  const columnOf = (added, kept) => {
    if (added === 0) return 'none'
    if (kept === 0) return 'all'
    return added === 1 ? '1' : added < 5 ? '2 to 4' : '5 or more'
  }
  return {
    open: (text) => {
      document = MarkdownDocument.from(text)
    },
    close: () => {
      document = undefined
    },
    edit: (change, construct) => {
      if (document === undefined) return
      const { added } = document.edit([change])
      const column = columnOf(added.length, [...document.blocks()].length - added.length)
      const row = counts.get(construct) ?? Object.fromEntries(columns.map((each) => [each, 0]))
      row[column] += 1
      counts.set(construct, row)
    },
    print: () => {
      console.log('Edits by the number of blocks that each caused to be read again:')
      console.table(Object.fromEntries([...counts].sort()), columns)
    },
  }
}

/** Long answers are shown from this many characters before they differ. */
const shownBefore = 400

function lengthInCommon(one, other) {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}
