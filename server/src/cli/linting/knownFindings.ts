import type { LintedFile } from '../../checking/lintedFile.ts'
import type { SourceFile } from '../readSources.ts'
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

export interface KnownFindings {
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
  if (folder === null) return { lookUp: async () => nothingKnown, save: () => null }
  const cache = new FindingsCache(folder, terminal.folder, now)
  const program = digest(terminal.identify(), JSON.stringify(options))
  return {
    lookUp: async (source) => {
      const { path, isInput, bytes } = source
      if (isInput || path === null) return nothingKnown
      const key = digest(program, await configurations.identify(source), path, bytes)
      return { file: cache.find(key, source), keep: (linted) => cache.keep(key, linted, source) }
    },
    save: () => {
      const reason = cache.save()
      return reason && `The findings cannot be remembered in "${folder}": ${reason}.`
    },
  }
}
