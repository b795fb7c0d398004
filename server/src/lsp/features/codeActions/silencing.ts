import type { CodeAction, CodeActionParams } from 'vscode-languageserver'
import type { Finding, Fix } from '../../../checking/rule.ts'
import { disableForFile, disableForLine } from '../../../features/disableRule.ts'
import { sentence } from '../../../messages/sentence.ts'
import type { Translate } from '../../../messages/translate.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { EditTarget } from '../../convert.ts'
import { mergeEqual, toAction } from './quickFixes.ts'
import { areMany, findAskedFor, kindOfSilencing } from './scope.ts'

/** Offers to turn off the rules of the findings in the range that the editor asks about, with a comment in the report. */
export function findSilencing(
  findings: readonly Finding[],
  report: Report,
  params: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  const kind = kindOfSilencing(params.context.only)
  if (kind === null) return []
  const asked = findAskedFor(findings, params, target)
  const most = areMany(asked) ? 1 : undefined
  const actions = asked.flatMap((finding) =>
    toDisablingFixes(finding, report, translate)
      .slice(0, most)
      .map((fix) => toAction(fix, finding, target, kind)),
  )
  return mergeEqual(actions)
}

/** The narrowest scope comes first. */
function toDisablingFixes(
  { rule, range }: Finding,
  report: Report,
  translate: Translate,
): readonly Fix<string>[] {
  const onLine = disableForLine(rule, range.start, report)
  const inFile: Fix<string> = {
    title: translate(sentence`Disable ${rule} in this file`),
    preferred: false,
    edits: [disableForFile(rule, report)],
  }
  if (onLine === null) return [inFile]
  const title = translate(sentence`Disable ${rule} for this line`)
  return [{ title, preferred: false, edits: [onLine] }, inFile]
}
