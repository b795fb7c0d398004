import type { LintedFile, PlacedFinding } from '../checking/lintedFile.ts'
import type { Severity } from '../checking/rule.ts'
import { plural } from '../library/output/plural.ts'

export interface Totals {
  readonly files: number
  readonly postmortems: number
  readonly findings: Counts
  /** The number of findings that have a safe fix. */
  readonly fixable: number
  readonly fixed: number
  readonly fixedFiles: number
  readonly heldBack: number
}

type Counts = Readonly<Record<Severity, number>>

/** The most severe one first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint']

const noCounts: Counts = { error: 0, warning: 0, information: 0, hint: 0 }

export const noTotals: Totals = {
  files: 0,
  postmortems: 0,
  findings: noCounts,
  fixable: 0,
  fixed: 0,
  fixedFiles: 0,
  heldBack: 0,
}

export function addFile(totals: Totals, { report, findings, fixed, heldBack = 0 }: LintedFile): Totals {
  return {
    // What has findings and is no report is a configuration file.
    files: totals.files + (report === null && findings.length > 0 ? 0 : 1),
    postmortems: totals.postmortems + (report === null ? 0 : 1),
    findings: addFindings(totals.findings, findings),
    fixable: totals.fixable + findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length,
    fixed: totals.fixed + fixed,
    fixedFiles: totals.fixedFiles + (fixed > 0 ? 1 : 0),
    heldBack: totals.heldBack + heldBack,
  }
}

/** "1 error, 2 warnings"; empty if there are no findings. */
export function countFindings(findings: readonly PlacedFinding[]): string {
  return describeCounts(addFindings(noCounts, findings))
}

/** One line for the end of a report. */
export function summarize({ files, postmortems, findings, fixable }: Totals): string {
  if (files === 0 && severities.every((each) => findings[each] === 0))
    return 'There are no Markdown files here.'
  const seen = `${plural(postmortems, 'postmortem')} among ${plural(files, 'file')}`
  const advice = fixable === 0 ? '' : ` --fix can fix ${fixable} of them.`
  return `${describeCounts(findings) || 'No findings'} in ${seen}.${advice}`
}

/** One line for the end of `lint --fix`. */
export function summarizeFixes({ fixed, fixedFiles }: Totals, isDry: boolean): string {
  if (fixed === 0) return isDry ? 'There is nothing to fix.' : 'There was nothing to fix.'
  return `${isDry ? 'Would fix' : 'Fixed'} ${plural(fixed, 'finding')} in ${plural(fixedFiles, 'file')}.`
}

/** One line for the end of `lint --since` and `lint --baseline`. */
export function summarizeHeldBack({ heldBack }: Totals): string {
  return `Held back ${plural(heldBack, 'finding')} that ${heldBack === 1 ? 'was' : 'were'} there before.`
}

function addFindings(counts: Counts, findings: readonly PlacedFinding[]): Counts {
  const sum = { ...counts }
  for (const { severity } of findings) sum[severity] += 1
  return sum
}

function describeCounts(counts: Counts): string {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity, severity === 'information' ? severity : undefined))
    .join(', ')
}
