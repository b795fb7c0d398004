import type { Line } from '../../../postmortem/lines/line.ts'
import type { Report } from '../../../postmortem/report.ts'
import { linesWhere } from '../linesWhere.ts'

/** True if the report says that a token, key or password no longer works. */
export function saysRevoked(report: Report): boolean {
  return linesThatSayIt(report).length > 0
}

const secret = '(?:tokens?|keys?|credentials?|secrets?|passwords?)'
const revoked = '(?:revoked|rotated|invalidated|destroyed)'
const said = new RegExp(
  `\\b${secret}\\b[^.;:]{0,60}\\b${revoked}\\b|\\b${revoked}\\b[^.;:]{0,40}\\b${secret}\\b`,
  'i',
)

/** What is planned, demanded or missing has not been done. */
const notDone =
  /\b(?:not|never|nor|isn't|wasn't|weren't|hasn't|haven't|should|must|to be|will|needs?|can|could|cannot|until|unless|if|before|without|would)\b/i

const linesThatSayIt = linesWhere(
  ({ kind, text }: Line) => (kind === 'text' || kind === 'row') && said.test(text) && !notDone.test(text),
)
