import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { importBundles } from '../loadSource.mjs'
import { root } from '../steps.mjs'

const folders = ['server/src', 'client/src', 'shared/src']
const composer = 'composeRegularExpression'

/**
 * Every regular expression of the project, as `/pattern/flags`, with the files that it is in: those that are written
 * there, and those that modules compose from words, as soon as they are loaded or for a configuration.
 *
 * @returns {Promise<ReadonlyMap<string, readonly string[]>>}
 */
export async function collectPatterns() {
  const found = new Map()
  const add = (pattern, file) => found.set(pattern, [...(found.get(pattern) ?? []), file])
  const composing = new Set()
  for (const file of folders.flatMap(listFiles)) {
    const { patterns, composes } = readFile(file)
    for (const pattern of patterns) add(pattern, file)
    if (composes) composing.add(file)
  }
  for (const [pattern, file] of await listenToComposers([...composing])) {
    if (!(found.get(pattern) ?? []).includes(file)) add(pattern, file)
    composing.delete(file)
  }
  if (composing.size > 0)
    throw new Error(`No regular expression was seen that these compose: ${[...composing].join(', ')}`)
  return found
}

function listFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
}

function readFile(file) {
  const { program } = parseSync(file, readFileSync(join(root, file), 'utf8'))
  const patterns = []
  let composes = false
  const isComposer = ({ callee }) => callee.type === 'Identifier' && callee.name === 'RegExp'
  const look = (node) => {
    composes ||= isComposer(node)
  }
  new Visitor({
    Literal({ regex }) {
      if (regex) patterns.push(`/${regex.pattern}/${regex.flags}`)
    },
    NewExpression: look,
    CallExpression: look,
  }).visit(program)
  return { patterns, composes }
}

/** Loads the modules, and has those compose whose words come from a configuration. */
async function listenToComposers(files) {
  const composed = []
  globalThis[composer] = (file, source, flags) => {
    const pattern = new RegExp(source, flags)
    composed.push([String(pattern), file])
    return pattern
  }
  try {
    const entry = files.map((file, index) => `export * as module${index} from './${file}'`).join('\n')
    const [modules] = await importBundles(['stdin'], {
      stdin: { contents: entry, resolveDir: root },
      plugins: [{ name: 'composers', setup: replaceComposers(files) }],
    })
    const all = Object.assign({}, ...Object.values(modules))
    all.ticketPattern(['OPS', 'INC-', '#'])
    const profile = { services: [], trigger: null, causes: [] }
    all.readConfiguredWords(
      { profile, statements: [], title: null },
      { services: ['config-change'] },
      () => null,
    )
  } finally {
    delete globalThis[composer]
  }
  return composed
}

function replaceComposers(files) {
  return ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const file = files.find((each) => path === join(root, each))
      if (file === undefined) return null
      const contents = readFileSync(path, 'utf8').replaceAll(
        /\b(?:new )?RegExp\(/g,
        `${composer}('${file}', `,
      )
      return { contents, loader: 'ts', resolveDir: dirname(path) }
    })
}
