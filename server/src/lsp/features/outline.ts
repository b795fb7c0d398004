import { FillGapRequest, type Outline } from '@postmortem/shared/outline'
import type { SnippetEdit } from '@postmortem/shared/protocol'
import type { Finding } from '../../checking/rule.ts'
import { type Gap, type OutlineSection, outlineReport } from '../../features/outline.ts'
import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Report } from '../../postmortem/report.ts'
import { toRange, toSnippetEdit } from '../convert.ts'
import { answer, type Feature, toTarget } from '../feature.ts'

/** The rules that say what a section lacks; the outline says it with them, and is silent where they are. */
const rulesOfGaps: ReadonlySet<string> = new Set([
  'field-missing',
  'timeline-fact-missing',
  'actions-missing',
])

export function toOutline(
  report: Report,
  findings: readonly Finding[],
  markdown: MarkdownDocument,
): Outline | null {
  const sections = outlineReport(report, findings.flatMap(toGap))
  if (sections === null) return null
  return {
    template: report.template.name,
    sections: sections.map((section) => toSection(section, markdown)),
  }
}

/** What is missing in the outline of the client is inserted by the fix of the rule that misses it. */
export const gapFilling: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri, title }: FillGapRequest.Params): SnippetEdit | null => {
      const entry = host.documents.get(uri)
      if (entry === undefined) return null
      const fixes = host.service.check(entry.document).flatMap((finding) => fixOf(finding) ?? [])
      const fix = fixes.find((each) => each.title === title)
      if (fix === undefined) return null
      const target = toTarget(entry, host.support())
      return toSnippetEdit(fix.edits, target, entry.document.report.placeholders)
    }
    host.connection.onRequest(FillGapRequest.method, answer('Filling a gap', host, compute))
  },
}

function toGap(finding: Finding): readonly Gap[] {
  const fix = fixOf(finding)
  return fix === undefined ? [] : [{ title: fix.title, range: finding.range }]
}

function fixOf({ rule, fixes }: Finding) {
  return rulesOfGaps.has(rule) ? (fixes.find(({ preferred }) => preferred) ?? fixes[0]) : undefined
}

function toSection(section: OutlineSection, markdown: MarkdownDocument): Outline['sections'][number] {
  return {
    ...section,
    range: section.range && toRange(section.range, markdown),
    children: section.children.map(({ offset, ...child }) => ({
      ...child,
      position: markdown.positionAt(offset),
    })),
  }
}
