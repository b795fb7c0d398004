import type { SnippetEdit } from '@postmortem/shared/edits'
import { FillGapRequest, type Outline } from '@postmortem/shared/outline'
import type { Finding } from '../../checking/rule.ts'
import { type Gap, type OutlineSection, outlineHeadline, outlineReport } from '../../features/outline.ts'
import type { Report } from '../../postmortem/report.ts'
import { toSnippetEdit } from '../convert.ts'
import { answer, type Feature, toTarget } from '../feature.ts'
import { type Positions, toRange } from '../positions.ts'

/** The rules whose findings are gaps in the outline. A gap disappears from it if its rule is turned off. */
const gapRules: ReadonlySet<string> = new Set(['field-missing', 'timeline-fact-missing', 'actions-missing'])

export function toOutline(
  report: Report,
  findings: readonly Finding[],
  positions: Positions,
): Outline | null {
  const sections = outlineReport(report, findings.flatMap(toGap))
  if (sections === null) return null
  return {
    template: report.template.name,
    headline: outlineHeadline(report),
    sections: sections.map((section) => toSection(section, positions)),
  }
}

/** Fills a gap in the client's outline with the fix of the rule that found it. */
export const gapFilling: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri, title }: FillGapRequest.Params): SnippetEdit | null => {
      const open = host.documents.get(uri)
      if (open === undefined) return null
      const fixes = host.findingsOf(open).flatMap((finding) => fixOf(finding) ?? [])
      const fix = fixes.find((each) => each.title === title)
      if (fix === undefined) return null
      const target = toTarget(open, host.support)
      return toSnippetEdit(fix.edits, target, open.document.report.placeholders)
    }
    host.connection.onRequest(FillGapRequest.method, answer('Filling a gap', host, compute))
  },
}

function toGap(finding: Finding): readonly Gap[] {
  const fix = fixOf(finding)
  return fix === undefined ? [] : [{ title: fix.title, range: finding.range }]
}

function fixOf({ rule, fixes }: Finding) {
  return gapRules.has(rule) ? (fixes.find(({ preferred }) => preferred) ?? fixes[0]) : undefined
}

function toSection(section: OutlineSection, positions: Positions): Outline['sections'][number] {
  return {
    ...section,
    range: section.range && toRange(section.range, positions),
    children: section.children.map(({ offset, ...child }) => ({
      ...child,
      position: positions.positionAt(offset),
    })),
  }
}
