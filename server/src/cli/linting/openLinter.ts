import type { LintedFile } from '../../checking/lintedFile.ts'
import type { Severity } from '../../checking/rule.ts'
import type { Service } from '../../service.ts'
import { findSources, type Searching } from '../documents.ts'
import type { Target } from '../findFiles.ts'
import { openService } from '../openService.ts'
import { type Chosen, TeamConfigurations } from '../teamConfiguration.ts'
import type { Terminal } from '../terminal.ts'
import { openKnownFindings } from './knownFindings.ts'
import { lintFiles, openThreads } from './lintFiles.ts'
import { lintWith } from './lintSource.ts'

export interface Linter {
  readonly service: Service
  readonly configurations: TeamConfigurations
  /** Lints in several threads, and remembers what it found for the next run. */
  readonly lint: (
    targets: readonly Target[],
    searching: Omit<Searching, 'service' | 'configurations'> & { readonly warn: (sentence: string) => void },
  ) => AsyncGenerator<LintedFile>
}

interface Linting {
  readonly chosen: Chosen
  readonly severity: Severity
  /** The folder for findings that are remembered; null if none are. */
  readonly cacheFolder: string | null
}

/** All documents are judged at the instant at which the linter is opened. */
export async function openLinter(
  { chosen, severity, cacheFolder }: Linting,
  terminal: Terminal,
): Promise<Linter> {
  const now = terminal.now()
  const { folder } = terminal
  let hasFailed = false
  const writeError = (text: string) => {
    hasFailed = true
    terminal.writeError(text)
  }
  const service = openService({ writeError, now: () => now })
  const configurations = await TeamConfigurations.from(service, terminal, chosen)
  return {
    service,
    configurations,
    lint: async function* (targets, { warn, ...search }) {
      const searching = { ...search, service, configurations }
      const options = { severity }
      const remembered = openKnownFindings(cacheFolder, { now, configurations, options }, terminal)
      yield* lintFiles({
        sources: findSources(targets, searching, terminal, remembered.recall),
        configurations,
        lookUp: remembered.lookUp,
        lintHere: lintWith({ ...searching, now, severity }),
        threads: openThreads({ ...terminal, writeError }, { folder, now, chosen, severity }),
        complain: searching.complain,
      })
      // Nobody knows what a rule that failed would have found.
      const trouble = hasFailed ? null : remembered.save()
      if (trouble !== null) warn(trouble)
    },
  }
}
