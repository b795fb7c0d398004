import type { LintedFile, PlacedFinding } from '../../checking/lintedFile.ts'
import { pathInRepository } from './pathInRepository.ts'
import type { Reporter } from './reporter.ts'
import { toVisible } from './visible.ts'

/** The JUnit XML that CI servers show as tests: a suite for each report, and a test for each finding. */
export const reportAsJunit: Reporter = async function* (files, { repository }) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="postmortem">\n'
  for await (const file of files) {
    if (file.report !== null || file.findings.length > 0) yield writeSuite(file, repository)
  }
  yield '</testsuites>\n'
}

function writeSuite(file: LintedFile, repository: string): string {
  const { findings } = file
  const path = pathInRepository(file, repository)
  const attributes = {
    name: path,
    file: path,
    tests: Math.max(findings.length, 1),
    failures: findings.filter(isFailure).length,
    errors: 0,
    skipped: 0,
  }
  const tests =
    findings.length === 0
      ? [`    <testcase${write({ name: 'no findings', classname: path })}/>\n`]
      : findings.map((finding) => writeTest(finding, path))
  return `  <testsuite${write(attributes)}>\n${tests.join('')}  </testsuite>\n`
}

function writeTest(finding: PlacedFinding, path: string): string {
  const { rule, severity, message, line, column } = finding
  const place = `${path}:${line}:${column}`
  const outcome = isFailure(finding)
    ? `<failure${write({ type: severity, message })}>${escapeXml(`${place} ${severity} ${message} ${rule}`)}</failure>`
    : `<system-out>${escapeXml(`${place} ${severity} ${message} ${rule}`)}</system-out>`
  const name = `${rule} at ${line}:${column}`
  return `    <testcase${write({ name, classname: path })}>${outcome}</testcase>\n`
}

/** Information and hints never fail a check, so they fail no test either. */
function isFailure({ severity }: PlacedFinding): boolean {
  return severity === 'error' || severity === 'warning'
}

function write(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}

/** XML allows neither control characters nor halves of a surrogate pair, not even escaped. */
function escapeXml(text: string): string {
  return toVisible(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"\t]/g, (character) => `&#${character.charCodeAt(0)};`)
}
