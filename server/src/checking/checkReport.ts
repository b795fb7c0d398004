import type { Translate } from '../messages/translate.ts'
import { findSilence, type Suppression } from '../postmortem/blocks/suppressions.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActiveRule } from './activeRules.ts'
import {
  type FileLookup,
  type Finding,
  type Problem,
  type Rule,
  type SilenceUse,
  translateProblem,
} from './rule.ts'

/** What a check needs besides the report. */
export interface CheckContext {
  /** Every rule that there is, active or not: a comment may name any of them. */
  readonly ruleIds: readonly string[]
  readonly now: number
  readonly hasFile: FileLookup
  readonly translate: Translate
  readonly onError: (rule: Rule, error: unknown) => void
}

/**
 * All findings in reading order, without those that the author silenced. A rule that throws is left out and
 * reported; the others still speak.
 */
export function checkReport(
  report: Report,
  activeRules: readonly ActiveRule[],
  { ruleIds, now, hasFile, translate, onError }: CheckContext,
): readonly Finding[] {
  if (!report.recognition.postmortem) return []
  const run = (check: (active: ActiveRule) => readonly Problem[]) =>
    activeRules.flatMap((active): Finding[] => {
      try {
        return check(active).map((problem) => ({
          ...translateProblem(problem, translate),
          rule: active.rule.id,
          severity: active.severity,
        }))
      } catch (error) {
        onError(active.rule, error)
        return []
      }
    })
  /** The rules that had to leave something open, because nobody knew whether a file is there. */
  const unsure = new Set<string>()
  const found = run(({ rule, options }) => {
    const lookUp: FileLookup = (path) => {
      const presence = hasFile(path)
      if (presence === 'unknown') unsure.add(rule.id)
      return presence
    }
    const problems = rule.check(report, { options, now, hasFile: lookUp })
    return rule.waitsForAuthor ? problems.filter(({ range }) => !isUnwritten(range.start, report)) : problems
  })
  const { heard, use } = silence(found, report.suppressions, activeRules, ruleIds, unsure)
  const late = run(({ rule }) => rule.checkSilence?.(report, use) ?? [])
  // A comment about all rules would silence what is said about itself.
  const named = report.suppressions.filter((suppression) => suppression.rules.length > 0)
  const { heard: heardLate } = silence(late, named, activeRules, ruleIds, unsure)
  return [...heard, ...heardLate].sort((a, b) => a.range.start - b.range.start)
}

/** The section still holds a placeholder of the template. */
function isUnwritten(offset: number, { sections, placeholders }: Report): boolean {
  const section = sections.findLast(({ start, end }) => start <= offset && offset < end)
  if (section === undefined) return false
  return placeholders.some(
    ({ start, text }) => section.start <= start && start < section.end && text.startsWith('{{'),
  )
}

function silence(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  activeRules: readonly ActiveRule[],
  ruleIds: readonly string[],
  unsure: ReadonlySet<string>,
): { readonly heard: readonly Finding[]; readonly use: SilenceUse } {
  const used = new Map<Suppression, Set<Passage | null>>()
  const heard = findings.filter(({ rule, range }) => {
    const found = findSilence(rule, range.start, suppressions)
    if (found === null) return true
    used.set(found.suppression, (used.get(found.suppression) ?? new Set()).add(found.rule))
    return false
  })
  // A rule that is off or unsure might have something to say later, and one about comments speaks only later.
  const asked = new Set(
    activeRules
      .filter(({ rule }) => rule.checkSilence === undefined && !unsure.has(rule.id))
      .map(({ rule }) => rule.id),
  )
  return {
    heard,
    use: {
      ruleIds,
      isUsed: (suppression, rule) =>
        (used.get(suppression)?.has(rule) ?? false) ||
        (rule === null ? unsure.size > 0 : !asked.has(rule.text)),
    },
  }
}
