// Measures how often a Markdown file that is not a postmortem is recognised as one:
//
//   npm run measure:recognition -- [FOLDER…]
//
// Reads every Markdown file in the folders and names those that are recognised. The default is node_modules, which
// holds readmes, changelogs and guides. More than one false alarm in a thousand files is a failure.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSource } from './loadSource.mjs'
import { root } from './steps.mjs'

const maxRate = 0.001

const { MarkdownDocument, readReport, defaultTemplate } = await loadSource({
  'server/src/markdown/document.ts': ['MarkdownDocument'],
  'server/src/postmortem/readReport.ts': ['readReport'],
  'server/src/templates/index.ts': ['defaultTemplate'],
})
const folders = process.argv.slice(2)
const files = (folders.length === 0 ? [join(root, 'node_modules')] : folders).flatMap(findMarkdown)
const recognized = files.flatMap((file) => {
  const { recognition } = recognize(readFileSync(file, 'utf8'), file)
  return recognition.postmortem ? [{ file, reason: recognition.reason }] : []
})

for (const { file, reason } of recognized) console.log(`${file}: ${reason}`)
const rate = files.length === 0 ? 0 : recognized.length / files.length
console.log(
  `${recognized.length} of ${files.length} files were recognised as postmortems (${(rate * 100).toFixed(3)} %).`,
)
process.exitCode = rate > maxRate ? 1 : 0

function recognize(text, path) {
  return readReport(MarkdownDocument.from(text), defaultTemplate, { path })
}

function findMarkdown(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|mdx)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
