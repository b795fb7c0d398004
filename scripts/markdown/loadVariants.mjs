import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { importBundles } from '../loadSource.mjs'
import { root } from '../steps.mjs'

/**
 * Imports a module of the project once for each list of changes to the source of the module and its imports. The
 * variants share the packages that they use.
 *
 * A change whose text is not found exactly once is an error, because it would silently change nothing.
 *
 * @param {string} entry the module's path from the root of the repository
 * @param {readonly (readonly { file: string, find: string, replace: string }[])[]} variants
 */
export function loadVariants(entry, variants) {
  const names = variants.map((_, index) => `variant${index}`)
  return importBundles(names, {
    entryPoints: names,
    plugins: variants.map((changes, index) => ({
      name: names[index],
      setup: (setup) => resolveVariant(setup, entry, names[index], changes),
    })),
  })
}

/** Each variant reads the project's own modules into a namespace of its own. */
function resolveVariant(setup, entry, namespace, changes) {
  const place = (path) => ({ path, namespace })
  setup.onResolve({ filter: new RegExp(`^${namespace}$`) }, () => place(resolve(root, entry)))
  setup.onResolve({ filter: /^\.{1,2}\//, namespace }, ({ path, resolveDir }) =>
    place(resolve(resolveDir, path)),
  )
  setup.onLoad({ filter: /./, namespace }, async ({ path }) => {
    let contents = await readFile(path, 'utf8')
    for (const { file, find, replace } of changes.filter((change) => path.endsWith(`/${change.file}`))) {
      if (contents.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`)
      contents = contents.replace(find, () => replace)
    }
    return { contents, loader: 'ts', resolveDir: dirname(path) }
  })
}
