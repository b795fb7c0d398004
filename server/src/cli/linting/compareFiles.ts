import type { ComparableReport } from '../../checking/compareReports.ts'
import { addFindings, type LintedFile } from '../../checking/lintedFile.ts'
import type { Finding } from '../../checking/rule.ts'
import { reportName } from '../documents.ts'
import { type Fingerprint, fingerprintsOf } from '../known/fingerprints.ts'
import { matchKnown } from '../known/matchKnown.ts'

export interface Comparing {
  readonly compare: (reports: readonly ComparableReport[]) => readonly (readonly Finding[])[]
  readonly isSevere: (finding: Finding) => boolean
  /** What comparing found before, for each way of knowing it; a finding that any of them has is left out. */
  readonly formerly: readonly FindFormerly[]
}

/** The findings that each of the files had before, because of the others. */
export type FindFormerly = (files: readonly LintedFile[]) => Promise<readonly (readonly Fingerprint[])[]>

/**
 * Adds to the findings of each file what follows from the others. From the first report on that is compared, files
 * are held back until the last one is known, with what is shown of them and not with their texts.
 */
export async function* compareFiles(
  files: AsyncIterable<LintedFile>,
  { compare, isSevere, formerly }: Comparing,
): AsyncGenerator<LintedFile> {
  const all: LintedFile[] = []
  let passed = 0
  for await (const file of files) {
    const isFirst = all.push(file) === passed + 1
    if (!isFirst || isCompared(file)) continue
    passed += 1
    yield file
  }
  const found = compareAll(all, compare).map((findings) => findings.filter(isSevere))
  // There is nothing to look up for most folders.
  const isAnyFound = found.some((findings) => findings.length > 0)
  const known = isAnyFound ? await Promise.all(formerly.map((find) => find(all))) : []
  const byName = new Map(all.map((file) => [reportName(file), file]))
  for (const [index, file] of all.entries()) {
    if (index < passed) continue
    const fresh = known.reduce<readonly Finding[]>(
      (left, each) => leaveOut(each[index] ?? [], left, file),
      found[index] ?? [],
    )
    const heldBack = (found[index]?.length ?? 0) - fresh.length
    yield fresh.length === 0 && heldBack === 0
      ? file
      : { ...addFindings(file, fresh, (name) => byName.get(name)), heldBack: (file.heldBack ?? 0) + heldBack }
  }
}

function isCompared({ comparable }: LintedFile): boolean {
  return Object.keys(comparable?.rules ?? {}).length > 0
}

/** The findings of each file; none for those that are no reports. */
export function compareAll(
  files: readonly Pick<LintedFile, 'comparable'>[],
  compare: Comparing['compare'],
): readonly (readonly Finding[])[] {
  const reports = files.flatMap(({ comparable }) => comparable ?? [])
  const found = compare(reports).values()
  return files.map(({ comparable }) => (comparable ? (found.next().value ?? []) : []))
}

function leaveOut(
  known: readonly Fingerprint[],
  findings: readonly Finding[],
  file: LintedFile,
): readonly Finding[] {
  if (known.length === 0 || findings.length === 0) return findings
  const isKnown = matchKnown(fingerprintsOf(addFindings({ ...file, findings: [] }, findings)), known)
  return findings.filter((_, index) => !isKnown[index])
}
