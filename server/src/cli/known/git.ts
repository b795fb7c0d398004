import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { pathInside } from '../../pathInside.ts'
import { type Terminal, UsageError } from '../terminal.ts'

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
  readonly take: (count: number) => Promise<Buffer | null>
}

/** The answer of `cat-file --batch`: a line that ends with the kind and size of the object, then its bytes. */
async function readObject(bytes: Bytes): Promise<Buffer | null> {
  const [, kind, size] = / (\w+) (\d+)$/.exec((await bytes.line()) ?? '') ?? []
  if (size === undefined) return null
  const content = await bytes.take(Number(size) + 1)
  return kind === 'blob' && content !== null ? content.subarray(0, -1) : null
}

/** Null is the end of the stream. */
function readBytes(stream: AsyncIterable<Buffer>): Bytes {
  const chunks = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const readOn = async (): Promise<boolean> => {
    const { done, value } = await chunks.next()
    if (!done) held = Buffer.concat([held, value])
    return !done
  }
  const take = async (count: number): Promise<Buffer | null> => {
    while (held.length < count) if (!(await readOn())) return null
    const taken = held.subarray(0, count)
    held = held.subarray(count)
    return taken
  }
  const line = async (): Promise<string | null> => {
    while (!held.includes(lineFeed)) if (!(await readOn())) return null
    const taken = await take(held.indexOf(lineFeed) + 1)
    return taken?.toString('utf8').slice(0, -1) ?? null
  }
  return { line, take }
}

const lineFeed = 0x0a
