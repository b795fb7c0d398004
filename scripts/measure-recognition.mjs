// Measures how often a Markdown file that is no postmortem is taken for one.
//
//   node scripts/measure-recognition.mjs [FOLDER…]
//
// Reads every Markdown file below the folders (default: node_modules), which are readmes, changelogs and guides, and
// names those that are recognised. More than one in a thousand is a failure.
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const folders = process.argv.slice(2)
const allowed = 0.001

const { recognizeText } = await loadRecognition()
const files = (folders.length === 0 ? [join(root, 'node_modules')] : folders).flatMap(findMarkdown)
const taken = files.flatMap((file) => {
  const reason = recognizeText(readFileSync(file, 'utf8'))
  return reason === null ? [] : [{ file, reason }]
})

for (const { file, reason } of taken) console.log(`${file}: ${reason}`)
const rate = files.length === 0 ? 0 : taken.length / files.length
console.log(
  `${taken.length} of ${files.length} files were taken for a postmortem (${(rate * 100).toFixed(3)} %).`,
)
process.exitCode = rate > allowed ? 1 : 0

function findMarkdown(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|mdx)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** The engine is TypeScript: it is bundled on the way, so that no build has to come before. */
async function loadRecognition() {
  const outfile = join(tmpdir(), `recognition-${process.pid}.mjs`)
  await build({
    stdin: {
      contents: `
        import { MarkdownDocument } from './markdown/document.ts'
        import { readReport } from './postmortem/readReport.ts'
        import { defaultTemplate } from './templates/index.ts'
        export function recognizeText(text) {
          const { recognition } = readReport(MarkdownDocument.from(text), defaultTemplate)
          return recognition.postmortem ? recognition.reason : null
        }`,
      resolveDir: join(root, 'server/src'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}
