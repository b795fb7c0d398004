// Puts deliberate faults into copies of the sources, one at a time, and fails unless the check that is there to find each
// one finds it, and finds nothing in the sources as they are: `npm run faults`.
import { isDeepStrictEqual } from 'node:util'
import { randomFrom } from './fuzz/random.mjs'
import { loadSource } from './loadSource.mjs'
import { loadVariants } from './markdown/loadVariants.mjs'

const { isLinear, times, findGrowth } = await loadSource({
  'server/test/growth.ts': ['isLinear', 'times'],
  'server/test/lsp/soak.ts': ['findGrowth'],
})

const faults = [
  {
    fault: 'an edit that is one character off in a splice',
    check: 'the comparison with a full parse (server/test/markdown/exactness.test.ts, npm run fuzz:markdown)',
    entry: 'server/src/markdown/document.ts',
    change: {
      file: 'splice.ts',
      find: 'last.text.slice(edit.end - behind.offset)',
      replace: 'last.text.slice(edit.end - behind.offset + 1)',
    },
    finds: async ({ MarkdownDocument }) => {
      const [{ referenceTree }] = await loadVariants('server/test/markdown/remark.ts', [[]])
      const document = MarkdownDocument.from('# Title\n\nSome old words.\n')
      document.edit([{ start: 14, end: 17, text: '\n\nnew' }])
      return !isDeepStrictEqual(document.tree(), referenceTree('# Title\n\nSome \n\nnew words.\n'))
    },
  },
  {
    fault: 'a document that is kept after it was closed',
    check: 'the soak (npm run soak)',
    entry: 'server/test/lsp/soak.ts',
    change: { file: 'openDocuments.ts', find: '    this.#documents.delete(uri)\n', replace: '' },
    finds: async ({ soak }) => {
      const rounds = []
      for await (const round of soak(randomFrom(3), 10)) if (rounds.push(round) === 9) break
      return findGrowth(rounds) !== null
    },
  },
  {
    fault: 'a pattern that backtracks',
    check: 'the verdict on growth (server/test/checking/growth.test.ts)',
    entry: 'server/src/service.ts',
    change: {
      file: 'lines/words.ts',
      find: String.raw`/\{\{[^{}\r\n]{0,200}\}\}/g`,
      replace: String.raw`/\{\{[^{}\r\n]{0,200}\}\}|[^\r\n]+\}\}\}/g`,
    },
    finds: async ({ createService }) => {
      const { open, check } = createService({ logger: console, clock: () => Date.UTC(2026, 3, 1) })
      const words = (count) => 'The pool was empty. '.repeat(count)
      const serve = (count) => () =>
        check(open(`# Postmortem\n\n## Timeline\n\n## Root Cause\n\n${words(count)}{{\n`))
      return !isLinear(serve(320), serve(320 * times))
    },
  },
]

let [passed, failed] = [0, 0]
for (const { fault, check, entry, change, finds } of faults) {
  const [sound, faulty] = await loadVariants(entry, [[], [change]])
  const isCaught = await finds(faulty)
  const isFalseAlarm = await finds(sound)
  const passes = isCaught && !isFalseAlarm
  if (passes) passed += 1
  else failed += 1
  console.log(`  ${passes ? '✓' : '✗'} ${fault} is caught by ${check}`)
  if (isFalseAlarm) console.log('      The check finds something in the sources as they are.')
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
