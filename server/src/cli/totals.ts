import type { Severity } from '../checking/rule.ts'
import type { LintedFile, PlacedFinding } from './lintedFile.ts'

/** What was seen and found so far. */
export interface Totals {
  readonly files: number
  readonly postmortems: number
  readonly findings: Counts
  /** How many of the findings have a safe fix. */
  readonly fixable: number
  readonly fixed: number
  readonly fixedFiles: number
}

type Counts = Readonly<Record<Severity, number>>

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint']

const none: Counts = { error: 0, warning: 0, information: 0, hint: 0 }

export const nothing: Totals = {
  files: 0,
  postmortems: 0,
  findings: none,
  fixable: 0,
  fixed: 0,
  fixedFiles: 0,
}

export function addFile(totals: Totals, { postmortem, findings, fixed }: LintedFile): Totals {
  return {
    files: totals.files + 1,
    postmortems: totals.postmortems + (postmortem ? 1 : 0),
    findings: addFindings(totals.findings, findings),
    fixable: totals.fixable + findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length,
    fixed: totals.fixed + fixed,
    fixedFiles: totals.fixedFiles + (fixed > 0 ? 1 : 0),
  }
}

/** "1 error, 2 warnings"; nothing where there is nothing. */
export function countFindings(findings: readonly PlacedFinding[]): string {
  return sayCounts(addFindings(none, findings))
}

/** One line that sums up. */
export function summarize({ files, postmortems, findings, fixable }: Totals): string {
  const seen = `${plural(postmortems, 'postmortem')} among ${plural(files, 'file')}`
  const advice = fixable === 0 ? '' : ` --fix puts ${fixable} of them right.`
  return `${sayCounts(findings) || 'No findings'} in ${seen}.${advice}`
}

/** One line that says what was put right. */
export function summarizeFixes({ fixed, fixedFiles }: Totals): string {
  if (fixed === 0) return 'There was nothing to fix.'
  return `Fixed ${plural(fixed, 'finding')} in ${plural(fixedFiles, 'file')}.`
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === 'information' ? '' : 's'}`
}

function addFindings(counts: Counts, findings: readonly PlacedFinding[]): Counts {
  const sum = { ...counts }
  for (const { severity } of findings) sum[severity] += 1
  return sum
}

function sayCounts(counts: Counts): string {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity))
    .join(', ')
}
