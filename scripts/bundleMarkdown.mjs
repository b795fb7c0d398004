import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
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
  const [module] = await bundleVariants(entry, [changes])
  return module
}

/**
 * Does so once for each list of changes. All variants share the packages that they use.
 *
 * @param {string} entry
 * @param {readonly (readonly { file: string, find: string, replace: string }[])[]} variants
 */
export async function bundleVariants(entry, variants) {
  // A test runner loads what is below node_modules as it is.
  const caches = join(root, 'node_modules/.cache')
  await mkdir(caches, { recursive: true })
  const folder = await mkdtemp(join(caches, 'markdown-'))
  try {
    await build({
      entryPoints: variants.map((_, index) => ({ in: `variant ${index}`, out: `variant${index}` })),
      bundle: true,
      splitting: true,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      platform: 'node',
      logLevel: 'silent',
      plugins: variants.map((changes, index) => ({
        name: `variant ${index}`,
        setup: (setup) => resolveVariant(setup, entry, `variant ${index}`, changes),
      })),
    })
    const files = variants.map((_, index) => pathToFileURL(join(folder, `variant${index}.mjs`)).href)
    return await Promise.all(files.map((file) => import(file)))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The project's own modules are read once for each variant, from a namespace of its own. */
function resolveVariant(setup, entry, namespace, changes) {
  const own = (path) => ({ path, namespace })
  setup.onResolve({ filter: new RegExp(`^${namespace}$`) }, () => own(resolve(root, entry)))
  setup.onResolve({ filter: /^\.{1,2}\//, namespace }, ({ path, resolveDir }) =>
    own(resolve(resolveDir, path)),
  )
  setup.onLoad({ filter: /./, namespace }, async ({ path }) => {
    let contents = await readFile(path, 'utf8')
    for (const { file, find, replace } of changes.filter((change) => change.file === basename(path))) {
      if (contents.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`)
      contents = contents.replace(find, () => replace)
    }
    return { contents, loader: 'ts', resolveDir: dirname(path) }
  })
}

/** Units as small as can be, so that a short document has as many boundaries as a long one. */
export const tinyUnits = [
  { file: 'scan.ts', find: 'const enough = 192', replace: 'const enough = 1' },
  { file: 'scan.ts', find: 'const enoughOfFence = 512', replace: 'const enoughOfFence = 1' },
  { file: 'scan.ts', find: 'const little = 64', replace: 'const little = 0' },
]
