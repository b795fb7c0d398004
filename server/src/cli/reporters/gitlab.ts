import type { LintedFile } from '../../checking/lintedFile.ts'
import type { Severity } from '../../checking/rule.ts'
import { writeJsonList } from '../jsonList.ts'
import { identify } from '../known/fingerprints.ts'
import { pathInRepository } from './pathInRepository.ts'
import type { Reporter } from './reporter.ts'

const severities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
}

/** Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const reportForGitlab: Reporter = (files, { repository }) => writeJsonList(issues(files, repository))

async function* issues(files: AsyncIterable<LintedFile>, repository: string): AsyncGenerator<object> {
  for await (const file of files) {
    const path = pathInRepository(file, repository)
    const fingerprints = identify(file, path)
    for (const [index, { rule, severity, message, line, endLine }] of file.findings.entries()) {
      yield {
        description: message,
        check_name: rule,
        fingerprint: fingerprints[index],
        severity: severities[severity],
        location: { path, lines: { begin: line, end: endLine } },
      }
    }
  }
}
