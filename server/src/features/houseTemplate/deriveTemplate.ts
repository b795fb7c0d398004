import { findMisplaced } from '../../editing/misplacedSections.ts'
import type { MarkdownDocument } from '../../markdown/document.ts'
import { type Sentence, sentence } from '../../messages/sentence.ts'
import { readReport } from '../../postmortem/readReport.ts'
import type { Report } from '../../postmortem/report.ts'
import { partIds, sectionIds } from '../../postmortem/vocabulary/vocabulary.ts'
import type { Template, TemplateSection } from '../../templates/template.ts'
import { type CommonName, findCommonNames } from './commonNames.ts'
import { type DerivedBody, deriveBody } from './deriveBody.ts'
import { readTitles, type WrittenTitle } from './reportTitles.ts'
import { minReports, minRequiredShare, minShare } from './shares.ts'
import { toSlug } from './slug.ts'

/** A report that a template is derived from. */
export interface DerivedFrom {
  readonly document: MarkdownDocument
  readonly report: Report
}

/** What most reports of a team have in common. No text of theirs is in it but titles and labels. */
export interface HouseTemplate {
  readonly template: Template
  /** The number of reports that it was derived from. */
  readonly reports: number
  /** In the order of the template's sections. */
  readonly sections: readonly HouseSection[]
  /** The number of reports whose titles are not headings. */
  readonly withoutHeadings: number
  /** The number of reports that have the sections in another order. */
  readonly inOtherOrder: number
}

export interface HouseSection extends Pick<DerivedBody, 'shares'> {
  readonly section: TemplateSection
  /** The number of reports that have it. */
  readonly reports: number
}

export type Derivation =
  | { readonly kind: 'derived'; readonly house: HouseTemplate }
  | { readonly kind: 'refused'; readonly reason: Sentence }

/** Finds the sections that most reports share, with their order and their fields. */
export function deriveTemplate(sources: readonly DerivedFrom[]): Derivation {
  // A report that has only just been begun has no titles yet.
  const reports = sources
    .map((source) => ({ ...source, titles: readTitles(source.report) }))
    .filter(({ titles }) => titles.length > 0)
  const { length } = reports
  if (length < minReports)
    return refuse(
      sentence`A template needs at least ${minReports} reports. Reports found: ${length}. Choose a folder with more of them.`,
    )
  const common = findCommonNames(
    reports.map(({ titles }) => titles),
    length * minShare,
  ).filter(isMain)
  const house = confirm(toSections(common, reports), reports)
  if (house.sections.length < minSections)
    return refuse(
      sentence`The ${length} reports have too few titles in common for a template. Choose a folder with reports of one kind.`,
    )
  return { kind: 'derived', house }
}

const minSections = 2

function refuse(reason: Sentence): Derivation {
  return { kind: 'refused', reason }
}

/** A title that is mostly below others is a part of the section around it. */
function isMain({ uses }: CommonName<WrittenTitle>): boolean {
  return uses.filter((use) => use.isMain).length * 2 >= uses.length
}

interface Candidate extends DerivedBody {
  readonly section: TemplateSection
}

interface TitledReport extends DerivedFrom {
  readonly titles: readonly WrittenTitle[]
}

function toSections(
  common: readonly CommonName<WrittenTitle>[],
  reports: readonly TitledReport[],
): readonly Candidate[] {
  const ids = new Set<string>()
  return common.map(({ key, id: known, text, uses }) => {
    const id = known !== null && !ids.has(known) ? known : nameSection(text, ids)
    ids.add(id)
    const having = reports.filter(({ titles }) => titles.some((title) => title.key === key))
    const body = deriveBody(
      id,
      uses.map(({ lines }) => lines),
      having.map(({ report }) => report),
    )
    return {
      section: { id, title: text, aliases: [], required: false, guidance: '', body: body.body },
      ...body,
    }
  })
}

const takenIds: ReadonlySet<string> = new Set([...sectionIds, ...partIds])

/** An id made of the title. What the vocabulary calls by that name is something else, such as a field. */
function nameSection(title: string, ids: ReadonlySet<string>): string {
  const slug = toSlug(title) || 'section'
  const free = [slug, `${slug}-section`].find((id) => !takenIds.has(id) && !ids.has(id))
  return free ?? `section-${ids.size + 1}`
}

/**
 * Reads the reports with the template. Only a section that is then found in them may be required, whatever
 * their titles say.
 */
function confirm(candidates: readonly Candidate[], sources: readonly DerivedFrom[]): HouseTemplate {
  const draft = toTemplate(candidates.map(({ section }) => section))
  const readings = sources.map(({ document }) => readReport(document, draft))
  const sections = candidates.flatMap(({ section, shares }): HouseSection[] => {
    const reports = readings.filter((report) => report.sections.some(({ id }) => id === section.id)).length
    if (reports < sources.length * minShare) return []
    const required = reports >= sources.length * minRequiredShare
    return [{ section: { ...section, required }, shares, reports }]
  })
  return {
    template: toTemplate(sections.map(({ section }) => section)),
    reports: sources.length,
    sections,
    withoutHeadings: readings.filter(({ style }) => 'colon' in style.title).length,
    inOtherOrder: readings.filter((report) => findMisplaced(report).length > 0).length,
  }
}

function toTemplate(sections: readonly TemplateSection[]): Template {
  return {
    id: 'house',
    name: 'House template',
    description: `${sections.map(({ title }) => title).join(', ')}.`,
    title: 'Postmortem: {{what happened, in a few words}}',
    sections,
    words: null,
  }
}
