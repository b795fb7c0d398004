import { perReport } from '../../checking/keptAnswers.ts'
import { linesThat } from '../../postmortem/blocks/lineGroups.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Line } from '../../postmortem/lines/line.ts'
import type { Report } from '../../postmortem/report.ts'

/**
 * The lines for which something holds that depends on nothing but the line. A rule that looks at these alone is not
 * run again when another line changes.
 */
export function linesWhere(holds: (line: Line) => boolean): (report: Report) => readonly PlacedLine[] {
  const find = linesThat(({ line }) => holds(line))
  return perReport(({ lines }) => find(lines))
}
