import type { KeptAnswers } from './checking/keptAnswers.ts'
import type { Steps } from './checking/steps.ts'
import { type Configuration, configurationFor, type Layers } from './config/configuration.ts'
import {
  type FrontMatter,
  findFrontMatter,
  maxFrontMatterLength,
  noFrontMatter,
} from './config/frontMatter/frontMatter.ts'
import type { StatedProfile } from './config/frontMatter/profile.ts'
import { MarkdownDocument, type TextEdit } from './markdown/document.ts'
import { endOfPiece } from './markdown/pieces.ts'
import { mergeProfile } from './postmortem/fields/profile.ts'
import { keepParts } from './postmortem/keepParts.ts'
import { Memory } from './postmortem/lines/memory.ts'
import { perObject } from './postmortem/lines/perObject.ts'
import { mayBeReport, readLeaf } from './postmortem/mayBeReport.ts'
import { readReport } from './postmortem/readReport.ts'
import type { Report } from './postmortem/report.ts'
import { ticketPattern } from './postmortem/tasks/tickets.ts'
import type { TimeConventions } from './postmortem/times/placedTimes.ts'
import { templates } from './templates/index.ts'
import type { Template } from './templates/template.ts'

export type FrontMatterReader = (text: string, start: number) => FrontMatter

/**
 * A document that someone is writing, with its configuration and the report that it contains. Both are
 * computed on demand.
 */
export class OpenDocument {
  readonly #markdown = MarkdownDocument.from('')
  /** The end of the text, as far as it has not been read yet. */
  #unread: string
  readonly #readFrontMatter: FrontMatterReader
  #applyFrontMatter: (frontMatter: FrontMatter) => Configuration
  #path: string
  #frontMatterSource = ''
  #configuration: Configuration | undefined
  readonly #memory = new Memory()
  #report: Report | undefined
  /** The last report that was read, as long as there is no newer one. */
  #before: Report | undefined
  /** What the rules found; nothing is kept of a document that is only read. */
  #keptAnswers: KeptAnswers[] | undefined
  /** The template that the lines were last read for. */
  #template: Template | undefined

  constructor(text: string, layers: Layers, readFrontMatter: FrontMatterReader) {
    this.#unread = text
    this.#readFrontMatter = readFrontMatter
    this.#applyFrontMatter = configurationFor(layers)
    this.#path = layers.address ?? ''
  }

  get markdown(): MarkdownDocument {
    this.#readUpTo(this.#unread.length)
    return this.#markdown
  }

  /**
   * Reads what has not been read yet, piece by piece; whoever needs the document before the last step reads the rest
   * at once.
   */
  *readInSteps(): Steps<void> {
    while (this.#unread !== '') {
      this.#readUpTo(endOfPiece(this.#unread, 0, this.#markdown))
      yield
    }
    if (this.#markdown.isTooLong) return
    for (const leaf of this.#markdown.leaves()) {
      readLeaf(leaf)
      yield
    }
  }

  edit(edits: readonly TextEdit[]): void {
    this.markdown.edit(edits)
    this.#report = undefined
    this.#keptAnswers ??= []
  }

  /** Undefined until the first edit. */
  get keptAnswers(): KeptAnswers[] | undefined {
    return this.#keptAnswers
  }

  configure(layers: Layers): void {
    this.#applyFrontMatter = configurationFor(layers)
    this.#path = layers.address ?? ''
    this.#configuration = undefined
    this.#report = undefined
  }

  /** The front matter may change with any edit; the configuration is rebuilt only if its text did. */
  get configuration(): Configuration {
    const found = findFrontMatter(this.#beginning())
    const source = found === null ? '' : `${found.start} ${found.text}`
    if (this.#configuration !== undefined && source === this.#frontMatterSource) return this.#configuration
    const frontMatter = found === null ? noFrontMatter : this.#readFrontMatter(found.text, found.start)
    this.#frontMatterSource = source
    this.#configuration = this.#applyFrontMatter(frontMatter)
    return this.#configuration
  }

  /** Without content if the document cannot be a report, because most Markdown is none and is not read for it. */
  get report(): Report {
    this.#report ??= this.#readOrDismiss()
    return this.#report
  }

  #readOrDismiss(): Report {
    const { configuration, markdown } = this
    if (markdown.isTooLong) return tooLong(this.#dismissed(configuration))
    return configuration.isReport === true || mayBeReport(markdown, configuration.template)
      ? this.#readAgain()
      : this.#dismissed(configuration)
  }

  /** The report as it is read in full. Of a document that is none, it says why. */
  get fullReport(): Report {
    const { report } = this
    return report.recognition.postmortem || report.source === this.markdown || this.markdown.isTooLong
      ? report
      : this.#readAgain()
  }

  readonly #dismissed = perObject((_: Configuration) => this.#read(MarkdownDocument.from('')))

  /** The report as it is now, with everything that is as it was the last time. */
  #readAgain(): Report {
    const now = this.#read(this.#markdown, this.#memory)
    const { template } = this.configuration
    if (template !== this.#template) this.#forget()
    this.#template = template
    this.#before = this.#before === undefined ? now : keepParts(this.#before, now)
    return this.#before
  }

  /**
   * What the rules found is placed by lines, and each template has its own. What a report is missing are sections of
   * its template, and no others, even if they are equal.
   */
  #forget(): void {
    if (this.#keptAnswers !== undefined) this.#keptAnswers = []
    this.#before = undefined
  }

  #read(markdown: MarkdownDocument, memory = new Memory()): Report {
    const { template, isTemplateChosen, isReport, actions, profile, ...conventions } = this.configuration
    const report = readReport(markdown, template, {
      candidates: isTemplateChosen ? [] : templates,
      conventions: toConventions(conventions),
      tickets: ticketPattern(actions.ticketPrefixes),
      path: this.#path,
      memory,
    })
    return applyProfile(profile, applyConfiguredRecognition(isReport, report))
  }

  #beginning(): string {
    const first = this.#markdown.slice(0, 3)
    if (first.length === 3 && first !== '---') return ''
    const read = this.#markdown.slice(0, maxFrontMatterLength)
    const beginning = read + this.#unread.slice(0, maxFrontMatterLength - read.length)
    return beginning.startsWith('---') ? beginning : ''
  }

  #readUpTo(length: number): void {
    if (length === 0) return
    const end = this.#markdown.length
    const text = this.#unread.slice(0, length)
    this.#unread = this.#unread.slice(length)
    this.#markdown.edit([{ start: end, end, text }])
  }
}

function tooLong(report: Report): Report {
  return { ...report, recognition: { postmortem: false, reason: 'too-long' } }
}

/** The team or the document itself decides whether this is a report, whatever its content looks like. */
function applyConfiguredRecognition(isReport: boolean | null, report: Report): Report {
  if (isReport === null || isReport === report.recognition.postmortem) return report
  return { ...report, recognition: { postmortem: isReport, reason: 'configured' } }
}

/** Front matter speaks for each of several incidents. */
function applyProfile(stated: StatedProfile, report: Report): Report {
  if (Object.keys(stated).length === 0) return report
  return {
    ...report,
    profile: mergeProfile(stated, report.profile),
    incidents: report.incidents.map((part) => applyProfile(stated, part)),
  }
}

const dateOrders = { DMY: 'dayMonthYear', MDY: 'monthDayYear', YMD: null } as const

function toConventions({
  timeZone,
  zoneAbbreviations,
  dateOrder,
}: Pick<Configuration, 'timeZone' | 'zoneAbbreviations' | 'dateOrder'>): TimeConventions {
  return {
    settings: {
      defaultZone: timeZone?.assumed ? timeZone.name : null,
      abbreviations: zoneAbbreviations,
      dateOrder: dateOrder === null ? null : dateOrders[dateOrder],
    },
    declaredZone: timeZone?.assumed === false ? timeZone.name : null,
  }
}
