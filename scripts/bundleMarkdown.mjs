import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Bundles a module of the project and loads it, with some of its source replaced. A replacement that does not
 * find its text exactly once is an error: it would silently change nothing.
 *
 * @param {string} entry the module's path from the root of the repository
 * @param {readonly { file: string, find: string, replace: string }[]} changes
 */
export async function bundleMarkdown(entry, changes = []) {
  const result = await build({
    entryPoints: [resolve(root, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [{ name: 'changes', setup: (setup) => replaceSource(setup, changes) }],
  })
  const source = Buffer.from(result.outputFiles[0].contents).toString('base64')
  return import(`data:text/javascript;base64,${source}`)
}

function replaceSource(setup, changes) {
  setup.onLoad({ filter: /server\/src\/markdown\/[^/]+\.ts$/ }, async ({ path }) => {
    let contents = await readFile(path, 'utf8')
    for (const { file, find, replace } of changes.filter((change) => change.file === basename(path))) {
      if (contents.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`)
      contents = contents.replace(find, () => replace)
    }
    return { contents, loader: 'ts' }
  })
}

/** Units as small as can be, so that a short document has as many boundaries as a long one. */
export const tinyUnits = [
  { file: 'scan.ts', find: 'const enough = 192', replace: 'const enough = 1' },
  { file: 'scan.ts', find: 'const enoughOfFence = 512', replace: 'const enoughOfFence = 1' },
  { file: 'scan.ts', find: 'const little = 64', replace: 'const little = 0' },
]
