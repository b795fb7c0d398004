import { indexesThat } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Line } from '../lines/line.ts'
import type { Passage, Range } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import type { Structure } from './foundSection.ts'
import { isLeftOpen, isTaskOrState } from './openWords.ts'
import type { LineRegion } from './region.ts'

/** What a template leaves for the author to replace: text in braces or brackets, and blanks. Links never match. */
const blanks =
  /(?<!\$)\{\{(?! ?[.$#/&>])[^{}\r\n]{0,200}\}\}|\[(?:insert|link to|your|enter|describe|fill in|name of|tbd|tbc|todo|placeholder)\b[^[\]\r\n]{0,120}\](?!\()|\[(?:add|briefly|explain|include|provide|replace|specify|summari[sz]e|write) [^[\]\r\n]{1,120}\](?!\()|\[(?:(?:(?:start|end) )?(?:date|time)|date and time|(?:date|time) of [^[\]\r\n]{1,60}|(?:your )?names?|(?:incident )?title)\](?!\()|(?<![\w/.=-])<(?:date|(?:insert|enter|describe|add|your|put|date|names?|link to|time of|start of|end of|list of|include|explain|provide|(?:brief|short) description)[ ,][^<>\r\n]{1,200})>|(?<![\w:.])XX:XX(?![\w:.])|(?<![\w.])XX ?%|\((?:insert|attach|paste) [^()\r\n]{0,60}\b(?:screenshots?|links?|images?|graphs?|diagrams?|logs?|charts?|pictures?)(?: here)?\)|\$\((?:date|whoami|hostname)(?: [^()\r\n]{0,60})?\)|\$\{(?:date|time|today|name|author|title|incident_?(?:id|title|date))\}|\?\?[-:/]\?\?|(?<![\w_|/\\])_{3,}(?![\w_|/\\])|\blorem ipsum\b/

/** The format of a date or a time in place of one. */
const formats = /\b(?:YYYY|20YY)-MM-DD\b|\bHH:MM\b/

/** What a program replaces when it builds the page: `{{ site.url }}`, `{{ '/logo.png' | relative_url }}`, `{{< note >}}`. */
const expression =
  /^\{\{-? ?(?:["'<%]|[\w-]{1,40}\.[\w.-]{1,80} ?-?\}\}$|[^|]{1,120}\| ?(?:[a-z]{2,20}_[a-z_]{2,20}|date|default|escape|join|safe|size|upcase|downcase)\b)/

/** Words in place of an answer; ordinary words unless they are in capitals. */
const openWords = /\b(?:TODO|TBD|TBC|FIXME)\b/

const pattern = new RegExp(
  `${blanks.source}|(?<format>${formats.source})|(?<word>${openWords.source})`,
  'giu',
)

interface Found extends Range {
  readonly form: 'blank' | 'word'
}

export function findPlaceholders(
  lines: readonly PlacedLine[],
  region: LineRegion,
  structure: Structure,
): readonly Passage[] {
  const found: Passage[] = []
  let header: Line | null = null
  for (const index of headersAndPlaceholders(lines, region.start, region.end)) {
    const placed = lines[index] as PlacedLine
    if (placed.line.kind === 'header') header = placed.line
    for (const { form, start, end } of matchesIn(placed.line)) {
      if (form === 'word' && isTaskOrState(start, index, { lines, structure, header })) continue
      found.push(placed.passage(start, end))
    }
  }
  return found
}

const matchesIn = perObject((line: Line): readonly Found[] => {
  if (line.kind !== 'text' && line.kind !== 'row' && line.kind !== 'heading') return []
  if (!/[{[<?_]|\((?:insert|attach|paste) |\$\(|T[OB][DC]|TODO|FIXME|YYYY|HH:MM|XX|lorem/i.test(line.text))
    return []
  return [...line.text.matchAll(pattern)]
    .filter((match) => !isCode(line, match.index) && isToBeFilledIn(match, line))
    .map((match) => ({
      form: match.groups?.word === undefined ? 'blank' : 'word',
      start: match.index,
      end: match.index + match[0].length,
    }))
})

const headersAndPlaceholders = indexesThat(({ line }) => line.kind === 'header' || matchesIn(line).length > 0)

function isToBeFilledIn({ 0: text, index, groups }: RegExpExecArray, line: Line): boolean {
  if (groups?.word !== undefined) return text === text.toUpperCase() && isLeftOpen(text, index, line)
  if (expression.test(text) || isMarker(text, index, line)) return false
  if (isUnknownTime(text) && saysUnknown(index, line)) return false
  return groups?.format === undefined || !isFormatHint(index, index + text.length, line)
}

/** "The change takes effect. **\<END OF OUTAGE>**": a statement in capitals, and not the value of a label or a cell. */
function isMarker(text: string, index: number, { text: all, kind, bold, opens }: Line): boolean {
  if (!/^<(?:START|END) OF [^a-z]+>$/.test(text)) return false
  const before = all.slice(Math.max(0, index - 40), index)
  const words = before.replace(/[\s*_\\]{1,40}$/, '')
  return words === '' ? kind === 'text' && (bold > 0 || !opens) : !/[:=|>]$/.test(words)
}

/** "??:??" where an author does not know the time. */
export function isUnknownTime(text: string): boolean {
  return text.startsWith('??')
}

/** "~??:??", "??:?? (time unknown)". */
function saysUnknown(index: number, { text }: Line): boolean {
  return (
    /(?:[~≈]|\b(?:about|approx(?:imately|\.)?|around|circa|some ?time))[^.;|]{0,20}$/i.test(
      text.slice(Math.max(0, index - 40), index),
    ) ||
    /\b(?:unknown|uncertain|not known|unclear|unrecorded|not recorded)\b/i.test(
      text.slice(Math.max(0, index - 60), index + 120),
    )
  )
}

/** A format may be mentioned, as in "Start (HH:MM):", "it expects YYYY-MM-DD" and "in the YYYY-MM-DD format". */
function isFormatHint(start: number, end: number, line: Line): boolean {
  if (/^[^.;|]{0,12}\bformat/i.test(line.text.slice(end, end + 20))) return true
  const before = line.text.slice(Math.max(0, start - 40), start)
  return /\([^()]*$|\b(?!from|to|at|on|until|till|since|between|and|by|or|YYYY|about|around)\p{L}{2,40} ["“`'~]?$/iu.test(
    before,
  )
}

function isCode({ code }: Line, index: number): boolean {
  return code.some(({ start, end }) => start <= index && index < end)
}
