import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from './steps.mjs'

/**
 * Imports exports of the project's TypeScript modules, all in one object. The oldest supported Node.js cannot read
 * TypeScript by itself.
 *
 * @param {Readonly<Record<string, readonly string[]>>} modules the names to import, by the module's path from the
 *   root of the repository
 */
export async function loadSource(modules) {
  const statements = Object.entries(modules).map(
    ([path, names]) => `export { ${names.join(', ')} } from './${path}'`,
  )
  const [source] = await importBundles(['stdin'], {
    stdin: { contents: statements.join('\n'), resolveDir: root },
  })
  return source
}

/**
 * Bundles the entry points that the options define, and imports the bundles in the order of `names`.
 *
 * @param {readonly string[]} names
 * @param {import('esbuild').BuildOptions} options
 */
export async function importBundles(names, options) {
  // Vitest imports files under node_modules without transforming them.
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'source-'))
  try {
    await build({
      ...options,
      bundle: true,
      splitting: true,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      // CommonJS packages call `require` for modules of Node.js, which ES modules do not have.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    })
    return await Promise.all(names.map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)))
  } finally {
    await rm(folder, { recursive: true })
  }
}
