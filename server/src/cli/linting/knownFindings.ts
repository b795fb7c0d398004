import type { LintedFile } from '../../checking/lintedFile.ts'
import type { Recall, SourceFile } from '../readSources.ts'
import type { TeamConfigurations } from '../teamConfiguration.ts'
import type { Terminal } from '../terminal.ts'
import { digest } from './digest.ts'
import { FindingsCache } from './findingsCache.ts'
import type { Linted } from './lintSource.ts'

/** What is known of a document before it is linted. */
export interface Known {
  /** Null if the document must be linted. */
  readonly file: LintedFile | null
  readonly keep: (linted: Linted) => void
}

/** A document that has not been read, because its findings are known. */
export interface RecalledFile {
  readonly path: string
  readonly recalled: LintedFile
}

export interface KnownFindings {
  /** Knows a file that has not been written since. */
  readonly recall: Recall<RecalledFile>
  /** Knows a file that has the same text. */
  readonly lookUp: (source: SourceFile) => Promise<Known>
  /** Returns a sentence if the findings cannot be kept for the next run. */
  readonly save: () => string | null
}

const nothingKnown: Known = { file: null, keep: () => {} }

/** Null for a folder remembers nothing. `options` are those that decide which findings a document has. */
export function openKnownFindings(
  folder: string | null,
  { now, configurations, options }: { now: number; configurations: TeamConfigurations; options: object },
  terminal: Pick<Terminal, 'folder' | 'identify'>,
): KnownFindings {
  if (folder === null) return { recall: async () => null, lookUp: async () => nothingKnown, save: () => null }
  const cache = new FindingsCache(folder, terminal.folder, now)
  const program = digest(terminal.identify(), JSON.stringify(options))
  // Most documents have one configuration.
  const contexts = new Map<string, string>()
  const identify = async (file: Pick<SourceFile, 'path'>) => {
    const identity = await configurations.identify(file)
    const context = contexts.get(identity) ?? digest(program, identity)
    contexts.set(identity, context)
    return context
  }
  return {
    recall: async ({ name, path, stamp }) => {
      const version = { name, path, content: null, stamp: stamp.text }
      const recalled = cache.find({ ...version, context: await identify({ path }) })
      return recalled && { path, recalled }
    },
    lookUp: async (source) => {
      const { name, path, stamp, bytes } = source
      if (stamp === null || path === null) return nothingKnown
      const known = { content: digest(bytes), stamp: stamp.isSettled ? stamp.text : null }
      const version = { name, path, ...known, context: await identify(source) }
      return { file: cache.find(version), keep: (linted) => cache.keep(linted, version) }
    },
    save: () => {
      const reason = cache.save()
      return reason && `The findings cannot be remembered in "${folder}": ${reason}.`
    },
  }
}
