// How fast Postmortem is, in one run: `npm run bench [-- --only PART] [--peers node_modules] [--reports COUNT] [--edits
// COUNT] [--sizes KB,KB]`. A figure is of use only beside the others of its run. `--peers` names a folder of packages in which
// markdownlint-cli2, remark-cli with remark-preset-lint-recommended, and rumdl are installed; those that are not are
// left out.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/steps.mjs'
import { measureKeystrokes } from './keystrokes.mjs'
import { measureCommandLine, measureMemory, measureStart } from './processes.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    peers: { type: 'string', default: join(root, 'node_modules') },
    reports: { type: 'string', default: '2000' },
    edits: { type: 'string', default: '10000' },
    sizes: { type: 'string', default: '4,40,400,4000' },
  },
})
const peers = resolve(values.peers)
const sizes = values.sizes.split(',').map((size) => Number(size) * 1000)
const rumdl = join(peers, '.bin/rumdl')

const parts = {
  start: measureStart,
  memory: () => measureMemory(Number(values.edits)),
  lint: () => measureCommandLine(Number(values.reports), peers),
  keystrokes: () => measureKeystrokes(sizes, existsSync(rumdl) ? rumdl : null),
}
for (const [name, measure] of Object.entries(parts)) {
  if (values.only === undefined || values.only === name) console.table(await measure())
}
