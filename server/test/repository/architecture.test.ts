import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/**
 * The rooms that each room may import besides itself. A room includes its subfolders unless they are listed, so a
 * file belongs to the deepest listed room that holds it. `…` after a name means the room and all rooms in it.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'shared/src': [],
  'client/src': ['shared/src'],
  'server/src/lists': [],
  'server/src/markdown': [],
  'server/src/yaml': ['messages'],
  'server/src/messages': [],
  'server/src/time/written': [],
  'server/src/time/resolved': ['time/written'],
  'server/src/time/repair': ['time/written', 'time/resolved'],
  'server/src/templates': [],
  'server/src/postmortem/vocabulary': [],
  'server/src/postmortem/lines': ['markdown'],
  'server/src/postmortem/disclosures': ['postmortem/lines'],
  'server/src/postmortem/blocks': [
    'markdown',
    'time/written',
    'templates',
    'postmortem/vocabulary',
    'postmortem/lines',
    'postmortem/disclosures',
  ],
  'server/src/postmortem/sections': [
    'templates',
    'postmortem/vocabulary',
    'postmortem/lines',
    'postmortem/blocks',
  ],
  'server/src/postmortem/timeline': [
    'time/written',
    'postmortem/vocabulary',
    'postmortem/lines',
    'postmortem/blocks',
    'postmortem/sections',
  ],
  'server/src/postmortem/fields': [
    'time/written',
    'postmortem/vocabulary',
    'postmortem/lines',
    'postmortem/blocks',
    'postmortem/sections',
    'postmortem/timeline',
  ],
  'server/src/postmortem/times': [
    'markdown',
    'time/written',
    'time/resolved',
    'postmortem/lines',
    'postmortem/blocks',
    'postmortem/sections',
    'postmortem/timeline',
    'postmortem/fields',
  ],
  'server/src/postmortem/tasks': [
    'time/written',
    'postmortem/vocabulary',
    'postmortem/lines',
    'postmortem/blocks',
    'postmortem/sections',
  ],
  'server/src/postmortem': ['markdown', 'templates', 'postmortem…'],
  'server/src/editing': ['markdown', 'time…', 'templates', 'postmortem…'],
  'server/src/checking': ['messages', 'templates', 'postmortem…', 'library'],
  'server/src/rules': [
    'markdown',
    'time…',
    'yaml',
    'messages',
    'templates',
    'postmortem…',
    'editing',
    'library',
    'checking',
  ],
  'server/src/features': ['markdown', 'time…', 'messages', 'templates', 'postmortem…', 'editing'],
  'server/src/library': ['messages', 'time…', 'postmortem…'],
  'server/src/publishing': ['markdown', 'library'],
  'server/src/config': ['shared/src', 'yaml', 'messages', 'templates'],
  'server/src/programs': [
    'messages',
    'templates',
    'postmortem…',
    'checking',
    'config',
    'features',
    'rules',
    'server/src',
  ],
  'server/src/lsp': ['shared/src', 'server/src…'],
  'server/src/cli': ['shared/src', 'server/src…'],
  'server/src': ['shared/src', 'server/src…'],
}

/** Every room of the server may import these, which know nothing of what is in the lists. */
const everywhere = 'server/src/lists'

/** The doors may not import each other, and only an entry point may import them. */
const doors = ['server/src/lsp', 'server/src/cli', 'server/src/main.']

const roomNames = Object.keys(rooms)

/** These rooms run unchanged in a browser's worker: no Node.js, no VS Code, no clock. */
const pureRooms = roomNames.filter((room) => room.startsWith('server/src/') && !/\/(?:lsp|cli)$/.test(room))

const files = ['shared/src', 'client/src', 'server/src'].flatMap(sourcesIn)
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

describe('the arrows of the architecture', () => {
  it('are checked in every room', () => {
    for (const room of roomNames) expect([room, filesOf(room).length]).not.toEqual([room, 0])
  })

  it.each(roomNames)('hold for %s', (room) => {
    expect(filesOf(room).flatMap((file) => forbiddenImports(file))).toEqual([])
  })

  it('form no circle of files', () => {
    expect(findCircles(new Map(files.map((file) => [file, targetsOf(file)])))).toEqual([])
  })

  it('keep the clock out of the pure rooms', () => {
    expect(pureRooms.flatMap(filesOf).filter((file) => readsClock(texts.get(file)!))).toEqual([])
  })

  it('are checked by code that finds what is forbidden', () => {
    const text = "import { readFileSync } from 'node:fs'\nimport { serve } from '../lsp/server.ts'\n"
    expect(forbiddenImports('server/src/rules/anything.ts', text)).toEqual([
      'server/src/rules/anything.ts → node:fs',
      'server/src/rules/anything.ts → ../lsp/server.ts',
    ])
    const finds = (file: string, source: string) => expect(forbiddenImports(file, source)).toHaveLength(1)
    finds('client/src/anything.ts', "export * from '../../server/src/service.ts'")
    finds('server/src/time/written/anything.ts', "await import('../../markdown/document.ts')")
    finds('server/src/postmortem/lines/anything.ts', "import type { Report } from '../report.ts'")
    finds('server/src/lists/anything.ts', "import { Line } from '../postmortem/lines/line.ts'")
    finds('client/src/anything.ts', "import { groupBy } from '../../server/src/lists/groupBy.ts'")
    finds('server/src/features/anything.ts', "import { WordCount } from '@postmortem/shared/counting'")
    expect(readsClock('const now = Date.now()')).toBe(true)
    expect(readsClock('const now = new Date()')).toBe(true)
    expect(readsClock('const then = new Date(0)')).toBe(false)
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ])
    expect(findCircles(circle)).toEqual([['a', 'b', 'c']])
  })
})

describe('what is read from documents', () => {
  const reading = files.filter((file) => /^server\/src\/(?:postmortem|rules)\//.test(file))
  const filesWith = (pattern: RegExp) => reading.filter((file) => pattern.test(texts.get(file)!))

  it('is kept in the objects themselves, because a WeakMap would hold thousands of documents in memory', () => {
    expect(filesWith(/\bnew WeakMap\b/)).toEqual([])
  })

  it('is not spread into arguments, of which a call may have about a hundred thousand', () => {
    const rooms =
      /^server\/src\/(?:time\/repair|markdown|postmortem|editing|checking|rules|features|library)\//
    const spread = /^(?!\s*(?:\/?\*|\/\/)).*\b(?:Math\.(?:min|max)|push|unshift)\(\.\.\./m
    expect(files.filter((file) => rooms.test(file) && spread.test(texts.get(file)!))).toEqual([])
  })

  it('is computed by functions that objects share, because those of a literal would hold it as well', () => {
    expect(filesWith(/^ {4,}get \w+\(\)/m)).toEqual([])
  })
})

describe('a room', () => {
  /** Rooms that may grow, because every file in them is of the same kind. */
  const ofOneKind = ['server/src/rules']

  it('holds about 25 files at most where they are not all of one kind', () => {
    const folders = new Set(files.map((file) => dirname(file)))
    const counts = [...folders].map(
      (folder) => [folder, files.filter((file) => dirname(file) === folder).length] as const,
    )
    const drawers = counts.filter(([folder, count]) => count > 26 && !ofOneKind.includes(folder))
    expect(drawers).toEqual([])
  })

  it('for rules holds rules and their list, and nothing else', () => {
    const names = files
      .filter((file) => dirname(file) === 'server/src/rules')
      .map((file) => file.slice('server/src/rules/'.length))
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)+\.ts$/.test(name))).toEqual(['index.ts'])
  })
})

function filesOf(room: string): readonly string[] {
  return files.filter((file) => roomOf(file) === room)
}

function roomOf(file: string): string {
  const holding = roomNames.filter((room) => file.startsWith(`${room}/`))
  const deepest = holding.sort((a, b) => b.length - a.length)[0]
  if (deepest === undefined) throw new Error(`${file} is in no room`)
  return deepest
}

function forbiddenImports(file: string, text = texts.get(file)!): readonly string[] {
  return specifiersIn(text)
    .filter((specifier) => !isAllowed(file, specifier))
    .map((specifier) => `${file} → ${specifier}`)
}

function isAllowed(file: string, specifier: string): boolean {
  const target = resolveSpecifier(file, specifier)
  const own = roomOf(file)
  if (target === null) {
    if (pureRooms.includes(own)) return !specifier.startsWith('node:') && !specifier.startsWith('vscode')
    return file.startsWith('client/') || specifier !== 'vscode'
  }
  const door = doors.find((each) => target.startsWith(each))
  if (door !== undefined && !file.startsWith(door) && !file.startsWith('server/src/main.')) return false
  const room = roomOf(target)
  if (room === own || (room === everywhere && own.startsWith('server/'))) return true
  return rooms[own]!.some((name) => covers(name, room))
}

function covers(name: string, room: string): boolean {
  const full = /^(?:shared|client|server)\//.test(name) ? name : `server/src/${name}`
  if (!full.endsWith('…')) return room === full
  const top = full.slice(0, -1)
  return room === top || room.startsWith(`${top}/`)
}

function targetsOf(file: string): readonly string[] {
  return specifiersIn(texts.get(file)!).flatMap((specifier) => {
    const target = resolveSpecifier(file, specifier)
    if (target === null) return []
    if (!texts.has(target)) throw new Error(`${file} imports ${specifier}, which is not there`)
    return [target]
  })
}

/** The path from the root of the repository; null for a package. */
function resolveSpecifier(file: string, specifier: string): string | null {
  if (specifier.startsWith('@postmortem/shared/')) {
    return `${specifier.replace('@postmortem/shared', 'shared/src')}.ts`
  }
  if (!specifier.startsWith('.')) return null
  return relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
}

function specifiersIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map((match) => match[1]!)
}

/** The groups of files that can reach one another, by Tarjan's algorithm. */
function findCircles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = []
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const visit = (node: string): void => {
    order.set(node, order.size)
    lowest.set(node, order.get(node)!)
    open.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next)
      if (open.includes(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!))
    }
    if (lowest.get(node) !== order.get(node)) return
    const group = open.splice(open.indexOf(node))
    if (group.length > 1) circles.push(group.sort())
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return circles
}

function readsClock(text: string): boolean {
  return /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/.test(text)
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
