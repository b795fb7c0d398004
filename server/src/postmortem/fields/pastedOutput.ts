import type { Line } from '../lines/line.ts'
import { perObject } from '../lines/perObject.ts'

/** A request's status, the level of a log line, or a time as only programs write it. */
const output =
  /\bHTTP\/\d(?:\.\d)? \d{3}\b|\[(?:error|warn|warning|info|notice|emerg|alert|crit|debug|fatal)\]|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:\d{1,2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]{2} {1,2}\d{1,2}) \d\d:\d\d:\d\d\b|^\W{0,3}\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[.,]\d|^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S|^\W{0,3}(?:[$#>%] |root@|user@)\S/

/** True for a line that the author pasted from a terminal or a log: what it says is not said of the outage. */
export const isPastedOutput = perObject((line: Line) => output.test(line.text))
