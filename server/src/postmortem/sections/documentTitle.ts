import { linesThat } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { saysPostmortem } from '../blocks/postmortemName.ts'
import type { Line } from '../lines/line.ts'
import { isSectionId } from './containment.ts'
import type { Structure } from './foundSection.ts'
import type { LineRegion } from './region.ts'

const maxTitleLines = 20

/** A line of more words is no title. */
export const maxTitleWords = 25

/** Inline code in a title names something else: "What `postmortem` prints". */
export function textWithoutCode({ text, code }: Line): string {
  return code.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
}

/** "# RCA: search is down" is the title of a document, and "## RCA: a full disk" that of a section. */
export function isDocumentTitle({ line, marks: [mark] }: PlacedLine): boolean {
  return (
    line.heading?.level === 1 &&
    mark !== undefined &&
    mark.value < line.text.length &&
    saysPostmortem(mark.text)
  )
}

/** The first heading before the first section, else the first line of text there that says "postmortem". */
export function findTitleLine(
  lines: readonly PlacedLine[],
  region: LineRegion,
  structure: Structure,
): PlacedLine | null {
  const first = structure.sections.find((section) => section.parent === null)?.firstLine ?? region.end
  const before = lines.slice(region.start, Math.min(first, region.start + maxTitleLines))
  const isName = (placed: PlacedLine) => {
    const { line, marks } = placed
    return (
      line.text.trim() !== '' &&
      line.words <= maxTitleWords &&
      !line.quoted &&
      (isDocumentTitle(placed) || !marks.some((mark) => mark.ids.every(isSectionId)))
    )
  }
  return (
    before.find((placed) => placed.line.heading !== null && isName(placed)) ??
    before.find(
      (placed) => isName(placed) && placed.line.kind === 'text' && saysPostmortem(placed.line.text),
    ) ??
    null
  )
}

/**
 * The title and all headings before the first section, because a project's name may be above the word
 * "Postmortem".
 */
export function headTitles(
  lines: readonly PlacedLine[],
  titleLine: PlacedLine | null,
  region: LineRegion,
  structure: Structure,
): readonly string[] {
  const first = structure.sections[0]?.firstLine ?? region.end
  return lines
    .slice(region.start, Math.min(first + 1, region.start + maxTitleLines))
    .flatMap((placed) =>
      (placed.line.heading === null || placed.line.quoted) && placed !== titleLine
        ? []
        : [textWithoutCode(placed.line)],
    )
}

/** The lines of the front matter that give the title. */
export const metaTitles = linesThat(({ line }) => line.kind === 'meta' && /^title\s*[:=]/i.test(line.text))
