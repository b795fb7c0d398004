import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, onTestFinished } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** A folder with these files, keyed by path, which lasts until all tests of the file have run. */
export function makeFolder(files: Files): string {
  const folder = fillFolder(files)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder that lasts until the current test has run. */
export function makeFolderForTest(files: Files): string {
  const folder = fillFolder(files)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function fillFolder(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'postmortem-cli-')))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export interface Outcome {
  readonly status: number
  readonly output: string
  readonly errors: string
}

interface World extends Partial<Terminal> {
  /** Standard input. */
  readonly input?: string | Uint8Array
}

/** Runs `postmortem` with arguments separated by spaces, in a plain environment except for what is given. */
export async function postmortem(args: string, { input = '', ...world }: World = {}): Promise<Outcome> {
  let output = ''
  let errors = ''
  const folder = world.folder ?? tmpdir()
  const terminal: Terminal = {
    write: async (text) => {
      output += text
    },
    writeError: (text) => {
      errors += text
    },
    readInput: async () => Buffer.from(input),
    readChunks: () => Readable.from([Buffer.from(input)]),
    folder,
    repository: folder,
    columns: null,
    environment: process.env,
    color: false,
    showsProgress: false,
    now: () => Date.UTC(2026, 2, 14, 9, 26),
    cacheFolder: join(folder, '.cache'),
    identify: () => 'a program',
    startThread: null,
    processors: 1,
    version: '1.2.3',
    rulePages: 'https://pages.example/rules',
    serve: () => Promise.reject(new Error('This terminal has no server.')),
    ...world,
  }
  const status = await run(args.split(' ').filter(Boolean), terminal)
  return { status, output, errors }
}
