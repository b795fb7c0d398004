import type { Translate } from '../messages/translate.ts'
import { findSuppression } from '../postmortem/blocks/findSuppression.ts'
import type { Suppression } from '../postmortem/blocks/suppressions.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { sectionAt } from '../postmortem/sections/sectionAt.ts'
import type { ActiveRule } from './activeRules.ts'
import { toFinding } from './finding.ts'
import { type Circumstances, KeptAnswers } from './keptAnswers.ts'
import type { Clock, FileLookup, Finding, Problem, Rule, SuppressionUse } from './rule.ts'
import type { Steps } from './steps.ts'

/** Everything that a check needs besides the report. */
export interface CheckContext {
  /** Every known rule, active or not: a comment may name any of them. */
  readonly ruleIds: readonly string[]
  readonly isPast: Clock
  readonly hasFile: FileLookup
  readonly translate: Translate
  readonly onError: (rule: Rule, error: unknown) => void
  /** The answers of the last check of the same document, for each of its incidents; changed by this one. */
  readonly kept?: KeptAnswers[] | undefined
}

/**
 * All findings in reading order, without those that the author suppressed; interruptible after each rule. A rule
 * that throws is reported and left out; the others still run.
 */
export function* checkInSteps(
  report: Report,
  activeRules: readonly ActiveRule[],
  context: CheckContext,
): Steps<readonly Finding[]> {
  if (!report.recognition.postmortem) return []
  const { ruleIds, isPast, hasFile, kept } = context
  const active = new Set(activeRules.map(({ rule }) => rule.id))
  const isActive = (id: string) => active.has(id)
  const checkRule = (rule: Rule, options: object, now: Circumstances, index: number) => {
    if (kept === undefined) return rule.check(now.report, { ...now, options })
    kept[index] ??= new KeptAnswers(now)
    return kept[index].check(rule, options, now)
  }
  /** The rules that could not decide something because it is not known yet whether a file exists. */
  const undecided = new Set<string>()
  const found = yield* runRules(report, activeRules, context, ({ rule, options }) => {
    const lookUp: FileLookup = (path) => {
      const presence = hasFile(path)
      if (presence === 'unknown') undecided.add(rule.id)
      return presence
    }
    return checkIncidents(report, (part, index) => {
      const problems = checkRule(rule, options, { report: part, isPast, hasFile: lookUp, isActive }, index)
      return rule.waitsForAuthor ? problems.filter(({ range }) => !isUnfinished(range.start, part)) : problems
    })
  })
  const { left, use } = applySuppressions(found, report.suppressions, activeRules, ruleIds, undecided)
  const aboutComments = yield* runRules(
    report,
    activeRules,
    context,
    ({ rule }) => rule.checkSuppressions?.(report, use) ?? [],
  )
  // A comment that suppresses all rules would suppress the findings about itself.
  const named = report.suppressions.filter((suppression) => suppression.rules.length > 0)
  const { left: leftAboutComments } = applySuppressions(aboutComments, named, activeRules, ruleIds, undecided)
  return [...left, ...leftAboutComments].sort((a, b) => a.range.start - b.range.start)
}

function* runRules(
  report: Report,
  activeRules: readonly ActiveRule[],
  { translate, onError }: CheckContext,
  check: (active: ActiveRule) => readonly Problem[],
): Steps<readonly Finding[]> {
  const isQuoted = report.enclosure?.kind === 'quote'
  const findings: Finding[] = []
  for (const active of activeRules) {
    const { rule, severity } = active
    const isWanted = ({ onDemand }: Problem) => onDemand !== true || severity !== rule.severity
    try {
      const found = check(active)
        .filter(isWanted)
        .map((problem) =>
          toFinding(isQuoted ? withoutInsertedLines(problem) : problem, {
            rule,
            severity,
            translate,
            onError: (error) => onError(rule, error),
          }),
        )
      for (const finding of found) findings.push(finding)
    } catch (error) {
      onError(rule, error)
    }
    yield
  }
  return findings
}

/** In a report that is a quotation, a new line would end the quotation. */
function withoutInsertedLines(problem: Problem): Problem {
  return {
    ...problem,
    fixes: problem.fixes.filter(({ edits }) => edits.every(({ text }) => !/[\r\n]/.test(text))),
  }
}

/**
 * Checks each of several incidents by itself, so that no rule mixes them. What concerns the whole document is
 * found for each of them and reported once.
 */
function checkIncidents(
  report: Report,
  check: (part: Report, index: number) => readonly Problem[],
): readonly Problem[] {
  if (report.incidents.length === 0) return check(report, 0)
  const found = new Map<string, Problem>()
  for (const [index, part] of report.incidents.entries()) {
    for (const problem of check(part, index)) {
      const key = `${problem.range.start} ${problem.range.end} ${problem.message.english}`
      if (!found.has(key)) found.set(key, problem)
    }
  }
  return [...found.values()]
}

/** True if the section still contains a placeholder of the template. */
function isUnfinished(offset: number, { sections, placeholders }: Report): boolean {
  const section = sectionAt(offset, sections)
  if (section === undefined) return false
  return placeholders.some(
    ({ start, text }) => section.start <= start && start < section.end && text.startsWith('{{'),
  )
}

function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  activeRules: readonly ActiveRule[],
  ruleIds: readonly string[],
  undecided: ReadonlySet<string>,
): { readonly left: readonly Finding[]; readonly use: SuppressionUse } {
  const used = new Map<Suppression, Set<Passage | null>>()
  const left = findings.filter(({ rule, range }) => {
    const found = findSuppression(rule, range.start, suppressions)
    if (found === null) return true
    used.set(found.suppression, (used.get(found.suppression) ?? new Set()).add(found.rule))
    return false
  })
  // A rule that is off or undecided may report something later, and so may those that run after all others.
  const decided = new Set(
    activeRules
      .filter(({ rule }) => !rule.checkSuppressions && !rule.compare && !undecided.has(rule.id))
      .map(({ rule }) => rule.id),
  )
  return {
    left,
    use: {
      ruleIds,
      isUsed: (suppression, rule) =>
        (used.get(suppression)?.has(rule) ?? false) ||
        (rule === null ? undecided.size > 0 : !decided.has(rule.text)),
    },
  }
}
