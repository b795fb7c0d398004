import { type LintedFile, toLintedFile } from '../../checking/lintedFile.ts'
import { toReportFacts } from '../../checking/reportFacts.ts'
import type { Severity } from '../../checking/rule.ts'
import { type Checking, checkSource, toComparable } from '../documents.ts'
import type { SourceFile } from '../readSources.ts'
import { keepSevere } from '../severityOptions.ts'
import { type Dependencies, recordDependencies } from './dependencies.ts'

export interface Linted {
  readonly file: LintedFile
  readonly dependencies: Dependencies
}

/** Null means that the document could not be checked, which has been reported. */
export type LintSource = (source: SourceFile) => Promise<Linted | null>

export interface Linting extends Checking {
  /** Findings that are less severe are left out. */
  readonly severity: Severity
  /** The instant at which documents are judged, in milliseconds since 1970. */
  readonly now: number
}

export function lintWith({ severity, now, ...checking }: Linting): LintSource {
  return async (source) => {
    const { dependencies, ...world } = recordDependencies(source.path, now)
    const checked = await checkSource(source, checking, world)
    if (checked === null) return null
    const { findings, document } = keepSevere(checked, severity)
    const { name, path, text } = source
    const report = toReportFacts(document.report)
    const comparable = toComparable(checked, checking.service)
    const file = toLintedFile({ name, path, text, report, findings, fixed: 0, comparable })
    // Fixes are computed only now, so nothing is complete before.
    return { file, dependencies: dependencies() }
  }
}
