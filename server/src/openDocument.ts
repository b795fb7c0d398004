import { type Configuration, configurationFor, type Layers } from './config/configuration.ts'
import {
  type FrontMatter,
  findFrontMatter,
  maxFrontMatterLength,
  noFrontMatter,
} from './config/frontMatter/frontMatter.ts'
import type { StatedProfile } from './config/frontMatter/profile.ts'
import { MarkdownDocument, type TextEdit } from './markdown/document.ts'
import { mergeProfile } from './postmortem/fields/profile.ts'
import { perObject } from './postmortem/lines/perObject.ts'
import { mayBeReport } from './postmortem/mayBeReport.ts'
import { readReport } from './postmortem/readReport.ts'
import type { Report } from './postmortem/report.ts'
import { ticketPattern } from './postmortem/tasks/tickets.ts'
import type { TimeConventions } from './postmortem/times/placedTimes.ts'
import { templates } from './templates/index.ts'

export type FrontMatterReader = (text: string, start: number) => FrontMatter

/**
 * A document that someone is writing, with its configuration and the report that it contains. Both are
 * computed on demand.
 */
export class OpenDocument {
  readonly markdown: MarkdownDocument
  readonly #readFrontMatter: FrontMatterReader
  #applyFrontMatter: (frontMatter: FrontMatter) => Configuration
  #path: string
  #frontMatterSource = ''
  #configuration: Configuration | undefined
  #report: Report | undefined

  constructor(text: string, layers: Layers, readFrontMatter: FrontMatterReader) {
    this.markdown = MarkdownDocument.from(text)
    this.#readFrontMatter = readFrontMatter
    this.#applyFrontMatter = configurationFor(layers)
    this.#path = layers.address ?? ''
  }

  edit(edits: readonly TextEdit[]): void {
    this.markdown.edit(edits)
    this.#report = undefined
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
      ? this.#read(markdown)
      : this.#dismissed(configuration)
  }

  /** The report as it is read in full. Of a document that is none, it says why. */
  get fullReport(): Report {
    const { report } = this
    return report.recognition.postmortem || report.source === this.markdown || this.markdown.isTooLong
      ? report
      : this.#read(this.markdown)
  }

  readonly #dismissed = perObject((_: Configuration) => this.#read(MarkdownDocument.from('')))

  #read(markdown: MarkdownDocument): Report {
    const { template, isTemplateChosen, isReport, actions, profile, ...conventions } = this.configuration
    const candidates = isTemplateChosen ? [] : templates
    const tickets = ticketPattern(actions.ticketPrefixes)
    const report = readReport(markdown, template, candidates, toConventions(conventions), tickets, this.#path)
    return applyProfile(profile, applyConfiguredRecognition(isReport, report))
  }

  #beginning(): string {
    return this.markdown.slice(0, 3) === '---' ? this.markdown.slice(0, maxFrontMatterLength) : ''
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
