import { readFile, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ComparableReport } from '../../checking/compareReports.ts'
import type { LintedFile } from '../../checking/lintedFile.ts'
import { pathInside } from '../../pathInside.ts'
import type { Service } from '../../service.ts'
import { UsageError } from '../../usageError.ts'
import { reportName } from '../documents.ts'
import { compareAll } from '../linting/compareFiles.ts'
import { lookUpFrom } from '../nearbyFiles.ts'
import type { TeamConfigurations } from '../teamConfiguration.ts'
import type { Terminal } from '../terminal.ts'
import { findGit, type Git } from './git.ts'
import { fingerprint, type Known } from './holdBack.ts'

interface Checking {
  readonly service: Service
  readonly configurations: TeamConfigurations
}

export interface Since extends Known {
  readonly close: () => void
}

/** A report at the base, as far as reports are compared. */
interface Former {
  readonly text: string
  readonly comparable: ComparableReport | null
}

/**
 * Finds what was found in a document where the current branch left another one, by checking that version of it with the
 * configuration of today.
 */
export async function openSince(
  ref: string,
  { service, configurations }: Checking,
  terminal: Terminal,
): Promise<Since> {
  const git = findGit(terminal)
  const root = await findRoot(git, terminal)
  const base = await findBase(git, ref)
  const formerPaths = await findRenames(git, base)
  const objects = git.openObjects()
  const readFormer = async (file: string) => {
    const path = pathInside(root, await realpath(file).catch(() => file))
    const bytes = path === null ? null : await objects.read(`${base}:${formerPaths.get(path) ?? path}`)
    return bytes === null ? null : new TextDecoder().decode(bytes)
  }
  /** The report as it was; null if there was none, or it cannot be read. */
  const findFormer = async ({ path, name, fixed, comparable }: LintedFile): Promise<Former> => {
    const former = path === null || !comparable ? null : await readFormer(path)
    if (path === null || former === null) return { text: '', comparable: null }
    // Most reports are as they were.
    if (fixed === 0 && former === (await readText(path)))
      return { text: former, comparable: comparable ?? null }
    try {
      const document = await configurations.open({ path, text: former })
      return {
        text: former,
        comparable: service.toComparable(document, { file: reportName({ name }), findings: 0 }),
      }
    } catch {
      return { text: '', comparable: null }
    }
  }
  return {
    close: objects.close,
    findFormerly: async (files) => {
      const formers: Former[] = []
      for (const file of files) formers.push(await findFormer(file))
      return compareAll(formers, service.compare).map((findings, index) =>
        fingerprint(findings, formers[index]?.text ?? ''),
      )
    },
    findKnown: async ({ source, findings }) => {
      const text = source.path === null ? null : await readFormer(source.path)
      if (source.path === null || text === null) return []
      if (text === source.text) return fingerprint(findings, text)
      try {
        const document = await configurations.open({ path: source.path, text })
        return fingerprint(service.check(document, lookUpFrom(dirname(source.path))), text)
      } catch {
        // A version that cannot be checked has no findings that anybody has seen.
        return []
      }
    },
  }
}

async function readText(path: string): Promise<string | null> {
  return readFile(path).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  )
}

async function findRoot(git: Git, { folder }: Pick<Terminal, 'folder'>): Promise<string> {
  const { output, reason } = await git.run('rev-parse', '--show-toplevel')
  if (output !== null) return output.replace(/\n$/, '')
  throw new UsageError(
    /not a git repository/.test(reason)
      ? `--since compares with a commit, and "${folder}" is in no git repository. Use --baseline.`
      : `git cannot read the repository: ${reason}`,
  )
}

/** The base is the merge base, so that changes on the other branch do not count. */
async function findBase(git: Git, ref: string): Promise<string> {
  const commit = await git.run('rev-parse', '--verify', '--quiet', `${ref}^{commit}`)
  const isShallow = (await git.run('rev-parse', '--is-shallow-repository')).output?.trim() === 'true'
  // A name that begins with a hyphen would be an option.
  if (commit.output === null || ref.startsWith('-'))
    throw new UsageError(
      isShallow
        ? `There is no commit "${ref}" in this shallow clone. ${fetchAdvice}`
        : `There is no commit "${ref}". Name a branch, a tag or a commit.`,
    )
  const { output } = await git.run('merge-base', commit.output.trim(), 'HEAD')
  if (output === null && isShallow)
    throw new UsageError(`This clone is too shallow to tell where it left "${ref}". ${fetchAdvice}`)
  return (output ?? commit.output).trim()
}

const fetchAdvice = 'Fetch the history: git fetch --unshallow, or fetch-depth: 0 in a GitHub workflow.'

/** The paths that files had before, by the paths that they have now, as far as git has been told. */
async function findRenames(git: Git, base: string): Promise<ReadonlyMap<string, string>> {
  const { output } = await git.run(
    ...['diff-index', '--cached', '--find-renames', '--diff-filter=R', '--name-status', '-z'],
    ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=all', base],
  )
  const words = output?.split('\0') ?? []
  const renames = new Map<string, string>()
  for (let at = 0; at + 2 < words.length; at += 3)
    renames.set(words[at + 2] as string, words[at + 1] as string)
  return renames
}
