import type { MarkdownDocument } from '../../markdown/document.ts'
import { isWithin, type Passage } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import type { TemplateSection } from '../../templates/template.ts'
import type { Cut, LeftOut } from './cut.ts'
import { findDetails } from './details.ts'
import { findPeople } from './people.ts'
import { findSecretCells } from './secretColumns.ts'
import { findInternalParts } from './sections.ts'

/** A copy of a report for readers outside, and what was left out of it. */
export interface Edition {
  readonly text: string
  readonly leftOut: readonly LeftOut[]
  /** The places of the report that nobody has filled in, and that the copy has as well. */
  readonly unfilled: readonly Passage[]
}

/**
 * What outside readers may see: the sections that are meant for them, without people, addresses, comments and links
 * that lead inside. What nobody marked as public and no convention knows is left out. Null while a secret is in the
 * report, which has to be changed everywhere and not only here.
 */
export function makePublicEdition(
  report: Report,
  document: MarkdownDocument,
  marks: readonly Pick<TemplateSection, 'id' | 'audience'>[],
): Edition | null {
  if (report.markup.disclosures.some(({ kind }) => kind === 'secret')) return null
  const text = document.slice(0, document.length)
  const cuts = [
    ...findInternalParts(report, text, marks),
    ...findPeople(report, text),
    ...findDetails(report, text),
    ...findSecretCells(report),
  ]
  const holes = joinOverlaps(cuts)
  return {
    text: tidy(
      holes.reduceRight(
        (rest, { start, end, replacement }) => rest.slice(0, start) + replacement + rest.slice(end),
        text,
      ),
    ),
    leftOut: holes.flatMap(({ leftOut, start }) => (leftOut === null ? [] : [{ ...leftOut, offset: start }])),
    unfilled: report.placeholders.filter(
      ({ start }) => !isWithin(start, holes) && !isWithin(start, report.markup.code),
    ),
  }
}

/** In reading order. What is within or across a place that is cut out already only makes it longer: nothing leaks. */
function joinOverlaps(cuts: readonly Cut[]): readonly Cut[] {
  const holes: Cut[] = []
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = holes.at(-1)
    if (last === undefined || cut.start >= last.end) holes.push(cut)
    else {
      const end = Math.max(last.end, cut.end)
      holes[holes.length - 1] = { ...last, end, leftOut: last.leftOut ?? cut.leftOut }
    }
  }
  return holes
}

/** Where something was cut out, no more than one blank line is left. */
function tidy(text: string): string {
  return `${text.replace(/(?<![\r\n])(\r\n|\n|\r)(?:[ \t]*[\r\n]){2,}/g, '$1$1').trim()}\n`
}
