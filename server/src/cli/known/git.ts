import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { maxLength } from '../../markdown/document.ts'
import { pathInside } from '../../pathInside.ts'
import { UsageError } from '../../usageError.ts'
import type { Terminal } from '../terminal.ts'

/** Reads objects of a repository. Nothing that the repository configures is run, and nothing is fetched. */
export interface Git {
  readonly run: (...args: readonly string[]) => Promise<GitOutcome>
  /** Reads objects by name, one after the other, until it is closed. */
  readonly openObjects: () => ObjectReader
}

export interface GitOutcome {
  /** Null if git failed. */
  readonly output: string | null
  /** The first line of what git said about it. */
  readonly reason: string
}

export interface ObjectReader {
  /** Null if there is no such file. */
  readonly read: (name: string) => Promise<Buffer | null>
  readonly close: () => void
}

type Surroundings = Pick<Terminal, 'folder' | 'repository' | 'environment'>

export function findGit({ folder, repository, environment }: Surroundings): Git {
  const program = findProgram(process.platform === 'win32' ? 'git.exe' : 'git', environment, [
    folder,
    repository,
  ])
  if (program === null)
    throw new UsageError('--since needs git, and there is none in the PATH. Install it, or use --baseline.')
  const options = { cwd: folder, env: withoutInfluence(environment), windowsHide: true }
  return {
    run: (...args) =>
      new Promise((resolve) => {
        const limits = { maxBuffer: maxOutput, encoding: 'utf8' } as const
        execFile(program, [...safeguards, ...args], { ...options, ...limits }, (error, output, errors) =>
          resolve({
            output: error === null ? output : null,
            reason: (errors || `${error?.message}`).split('\n', 1)[0] as string,
          }),
        )
      }),
    openObjects: () => {
      const child = spawn(program, [...safeguards, 'cat-file', '--batch'], {
        ...options,
        stdio: ['pipe', 'pipe', 'ignore'],
      })
      // Without git there are no answers either, which `readObject` sees.
      child.on('error', () => {}).stdin.on('error', () => {})
      const bytes = readBytes(child.stdout)
      return {
        read: async (name) => {
          // A request is one line.
          if (name.includes('\n')) return null
          child.stdin.write(`${name}\n`)
          return readObject(bytes)
        },
        close: () => child.stdin.end(),
      }
    },
  }
}

/** The names of the renamed files of a large repository. */
const maxOutput = 256 * 1024 * 1024

/** These win over the configuration of the repository. */
const safeguards = [
  '--no-pager',
  '--no-replace-objects',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'].flatMap(
    (setting) => ['-c', setting],
  ),
]

/** Without the variables that lead git to another repository or program, as they are set while a hook runs. */
function withoutInfluence(environment: Terminal['environment']): NodeJS.ProcessEnv {
  const others = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name))
  return {
    ...Object.fromEntries(others),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // A repository may say that missing objects come from a program.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  }
}

/** Looks in absolute folders only, and in none that the checkout could have brought along. */
function findProgram(
  name: string,
  environment: Terminal['environment'],
  untrusted: readonly string[],
): string | null {
  const path = environment.PATH ?? environment.Path ?? ''
  const folders = path
    .split(delimiter)
    .filter((each) => isAbsolute(each) && !untrusted.some((folder) => pathInside(folder, each) !== null))
  return folders.map((each) => join(each, name)).find((each) => existsSync(each)) ?? null
}

interface Bytes {
  readonly line: () => Promise<string | null>
  /** The bytes are empty if they are not kept. */
  readonly take: (count: number, isKept?: boolean) => Promise<Buffer | null>
}

/** The answer of `cat-file --batch`: a line that ends with the kind and size of the object, then its bytes. */
async function readObject(bytes: Bytes): Promise<Buffer | null> {
  const [, kind, size] = / (\w+) (\d+)$/.exec((await bytes.line()) ?? '') ?? []
  if (size === undefined) return null
  const isWanted = kind === 'blob' && Number(size) <= maxBytes
  const content = await bytes.take(Number(size) + 1, isWanted)
  return isWanted && content !== null ? content.subarray(0, -1) : null
}

/** A document that is longer than this has no findings; UTF-8 takes up to four bytes for a character. */
const maxBytes = 4 * maxLength

/** Null is the end of the stream. */
export function readBytes(stream: AsyncIterable<Buffer>): Bytes {
  const chunks = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const next = async (): Promise<Buffer | null> => {
    if (held.length > 0) {
      const taken = held
      held = Buffer.alloc(0)
      return taken
    }
    const { done, value } = await chunks.next()
    return done ? null : value
  }
  const take = async (count: number, isKept = true): Promise<Buffer | null> => {
    const parts: Buffer[] = []
    let missing = count
    while (missing > 0) {
      const chunk = await next()
      if (chunk === null) return null
      if (isKept) parts.push(chunk.subarray(0, missing))
      held = chunk.subarray(missing)
      missing -= Math.min(missing, chunk.length)
    }
    return Buffer.concat(parts)
  }
  const line = async (): Promise<string | null> => {
    const parts: Buffer[] = []
    for (;;) {
      const chunk = await next()
      if (chunk === null) return null
      const end = chunk.indexOf(lineFeed)
      parts.push(end === -1 ? chunk : chunk.subarray(0, end))
      if (end === -1) continue
      held = chunk.subarray(end + 1)
      return Buffer.concat(parts).toString('utf8')
    }
  }
  return { line, take }
}

const lineFeed = 0x0a
