import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** What each room may import of ours, besides itself. A file is in the first room of this list that holds it. */
const rooms: readonly { readonly room: string; readonly mayImport: readonly string[] }[] = [
  { room: 'shared/src', mayImport: [] },
  { room: 'client/src', mayImport: ['shared/src'] },
  { room: 'server/src/markdown', mayImport: [] },
  { room: 'server/src/time', mayImport: [] },
  { room: 'server/src/yaml', mayImport: [] },
  { room: 'server/src/language', mayImport: [] },
  { room: 'server/src/templates', mayImport: ['shared/src'] },
  {
    room: 'server/src/postmortem',
    mayImport: ['shared/src', 'server/src/markdown', 'server/src/time', 'server/src/templates'],
  },
  {
    room: 'server/src/rules',
    mayImport: [
      'shared/src',
      'server/src/markdown',
      'server/src/time',
      'server/src/templates',
      'server/src/postmortem',
      'server/src/yaml',
      'server/src/language',
    ],
  },
  {
    room: 'server/src/features',
    mayImport: [
      'shared/src',
      'server/src/markdown',
      'server/src/time',
      'server/src/templates',
      'server/src/postmortem',
      'server/src/language',
    ],
  },
  {
    room: 'server/src/config',
    mayImport: ['shared/src', 'server/src/templates', 'server/src/yaml', 'server/src/language'],
  },
  { room: 'server/src/lsp', mayImport: ['shared/src', 'server/src'] },
  { room: 'server/src/cli', mayImport: ['shared/src', 'server/src'] },
  { room: 'server/src', mayImport: ['shared/src', 'server/src'] },
]

/** The doors may not use each other, and nothing behind them may know that they exist. */
const doors = ['server/src/lsp', 'server/src/cli', 'server/src/main.']

/** These run in a browser's worker as they are. */
const pureRooms = [
  'markdown',
  'time',
  'templates',
  'language',
  'postmortem',
  'rules',
  'features',
  'config',
  'yaml',
].map((name) => `server/src/${name}`)

const files = rooms
  .filter(({ room }) => ['shared/src', 'client/src', 'server/src'].includes(room))
  .flatMap(({ room }) => sourcesIn(room))

describe('the arrows of the architecture', () => {
  it('sees the files that it judges', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(files).toContain('server/src/service.ts')
  })

  it.each(files)('hold for %s', (file) => {
    expect(forbiddenImports(file)).toEqual([])
  })

  it('finds an import that is forbidden', () => {
    const text = "import { readFileSync } from 'node:fs'\nimport { serve } from '../lsp/server.ts'\n"
    expect(forbiddenImports('server/src/rules/anything.ts', text)).toEqual(['node:fs', '../lsp/server.ts'])
    expect(
      forbiddenImports('client/src/anything.ts', "export * from '../../server/src/service.ts'"),
    ).toHaveLength(1)
    expect(
      forbiddenImports('server/src/time/anything.ts', "await import('../markdown/document.ts')"),
    ).toHaveLength(1)
  })

  it('finds a clock in a pure room', () => {
    expect(clocks('const now = Date.now()')).toHaveLength(1)
    expect(clocks('const now = new Date()')).toHaveLength(1)
    expect(clocks('const then = new Date(0)')).toHaveLength(0)
  })

  it.each(files.filter((file) => pureRooms.some((room) => file.startsWith(`${room}/`))))(
    'keep the clock out of %s',
    (file) => {
      expect(clocks(readFileSync(join(root, file), 'utf8'))).toEqual([])
    },
  )
})

function forbiddenImports(file: string, text = readFileSync(join(root, file), 'utf8')): string[] {
  return importsOf(text).filter((specifier) => !isAllowed(file, specifier))
}

function isAllowed(file: string, specifier: string): boolean {
  const pure = pureRooms.some((room) => file.startsWith(`${room}/`))
  const target = specifier.startsWith('@postmortem/shared/')
    ? specifier.replace('@postmortem/shared', 'shared/src')
    : specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier))
      : undefined
  if (target === undefined) {
    if (pure) return !specifier.startsWith('node:') && !specifier.startsWith('vscode')
    return file.startsWith('client/') || specifier !== 'vscode'
  }
  const own = roomOf(file)
  const allowed = [own.room, ...own.mayImport].some((room) => target.startsWith(`${room}/`))
  const door = doors.find((each) => target.startsWith(each))
  return allowed && (door === undefined || file.startsWith(door) || file.startsWith('server/src/main.'))
}

function roomOf(file: string) {
  const found = rooms.find(({ room }) => file.startsWith(`${room}/`))
  if (found === undefined) throw new Error(`${file} is in no room`)
  return found
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map((match) => match[1]!)
}

function clocks(text: string): string[] {
  return text.match(/\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/g) ?? []
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
