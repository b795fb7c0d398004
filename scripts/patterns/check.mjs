// Proves that every regular expression of the project takes linear time, or measures it: `npm run check:patterns`.
import { collectPatterns } from './collect.mjs'
import { exceptions } from './exceptions.mjs'
import { measure } from './measure.mjs'
import { prove } from './prove.mjs'

const patterns = await collectPatterns()
const counts = {}
const complaints = []
const unused = new Set(exceptions)
for (const [pattern, files] of patterns) {
  const slash = pattern.lastIndexOf('/')
  const [source, flags] = [pattern.slice(1, slash), pattern.slice(slash + 1)]
  const verdict = prove(source, flags) ?? judge(source, flags, files)
  counts[verdict] = (counts[verdict] ?? 0) + 1
}
for (const { file, begins } of unused) complaints.push(`${file}: no longer needs its exception: ${begins}`)

function judge(source, flags, files) {
  const exception = exceptions.find(({ file, begins }) => files.includes(file) && source.startsWith(begins))
  const growth = exception === undefined ? 'no proof, and no exception' : measure(source, flags)
  unused.delete(exception)
  if (growth === null) return 'measured'
  complaints.push(`${[...new Set(files)].join(', ')}: ${growth}: /${source}/${flags}`)
  return 'unproven'
}

for (const [verdict, count] of Object.entries(counts).sort()) console.log(`${count} ${verdict}`)
console.log(`${patterns.size} regular expressions`)
if (complaints.length > 0) {
  console.error(`\n${complaints.join('\n')}`)
  console.error('\nLimit the repetitions, or let the pattern begin only where none of them goes on.')
  process.exit(1)
}
