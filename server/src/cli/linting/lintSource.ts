import type { Severity } from '../../checking/rule.ts'
import { type Checking, checkSource } from '../documents.ts'
import { type LintedFile, toLintedFile } from '../lintedFile.ts'
import type { SourceFile } from '../readSources.ts'
import { toReportFacts } from '../reportFacts.ts'
import { keepSevere } from '../severityOptions.ts'

/** Null means that the document could not be checked, which has been reported. */
export type LintSource = (source: SourceFile) => Promise<LintedFile | null>

export interface Linting extends Checking {
  /** Findings that are less severe are left out. */
  readonly severity: Severity
}

export function lintWith({ severity, ...checking }: Linting): LintSource {
  return async (source) => {
    const checked = await checkSource(source, checking)
    if (checked === null) return null
    const { findings, document } = keepSevere(checked, severity)
    const { name, path, text } = source
    return toLintedFile({ name, path, text, report: toReportFacts(document.report), findings, fixed: 0 })
  }
}
