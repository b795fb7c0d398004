import { type Configuration, configurationFor, type Layers } from './config/configuration.ts'
import { type FrontMatter, findFrontMatter, longestFrontMatter, noFrontMatter } from './config/frontMatter.ts'
import { MarkdownDocument, type TextEdit } from './markdown/document.ts'
import { readReport } from './postmortem/readReport.ts'
import type { Report } from './postmortem/report.ts'
import { ticketPattern } from './postmortem/tasks/tickets.ts'
import type { TimeConventions } from './postmortem/times/placedTimes.ts'
import { templates } from './templates/index.ts'

export type FrontMatterReader = (text: string, start: number) => FrontMatter

/** A document that someone is writing: its text, what holds for it, and the report that it amounts to. */
export class OpenDocument {
  readonly markdown: MarkdownDocument
  readonly #readFrontMatter: FrontMatterReader
  #configure: (frontMatter: FrontMatter) => Configuration
  #frontMatter = ''
  #configuration: Configuration | undefined
  #report: Report | undefined

  constructor(text: string, layers: Layers, readFrontMatter: FrontMatterReader) {
    this.markdown = MarkdownDocument.from(text)
    this.#readFrontMatter = readFrontMatter
    this.#configure = configurationFor(layers)
  }

  edit(edits: readonly TextEdit[]): void {
    this.markdown.edit(edits)
    this.#report = undefined
  }

  use(layers: Layers): void {
    this.#configure = configurationFor(layers)
    this.#configuration = undefined
    this.#report = undefined
  }

  /** What the front matter says may change with every edit; what follows from it only with what it says. */
  get configuration(): Configuration {
    const found = findFrontMatter(this.#beginning())
    const source = found === null ? '' : `${found.start} ${found.text}`
    if (this.#configuration !== undefined && source === this.#frontMatter) return this.#configuration
    const said = found === null ? noFrontMatter : this.#readFrontMatter(found.text, found.start)
    this.#frontMatter = source
    this.#configuration = this.#configure(said)
    return this.#configuration
  }

  get report(): Report {
    if (this.#report !== undefined) return this.#report
    const { template, isTemplateChosen, isReport, actions, ...said } = this.configuration
    const candidates = isTemplateChosen ? [] : templates
    const tickets = ticketPattern(actions.ticketPrefixes)
    const report = readReport(this.markdown, template, candidates, toConventions(said), tickets)
    this.#report = outweigh(isReport, report)
    return this.#report
  }

  #beginning(): string {
    return this.markdown.slice(0, 3) === '---' ? this.markdown.slice(0, longestFrontMatter) : ''
  }
}

/** The team or the document itself says whether this is a report, whatever its content looks like. */
function outweigh(isReport: boolean | null, report: Report): Report {
  if (isReport === null || isReport === report.recognition.postmortem) return report
  return { ...report, recognition: { postmortem: isReport, reason: 'configured' } }
}

const dateOrders = { DMY: 'dayMonthYear', MDY: 'monthDayYear', YMD: null } as const

function toConventions(
  said: Pick<Configuration, 'timeZone' | 'zoneAbbreviations' | 'dateOrder'>,
): TimeConventions {
  const { timeZone, zoneAbbreviations, dateOrder } = said
  return {
    settings: {
      defaultZone: timeZone?.assumed ? timeZone.name : null,
      abbreviations: zoneAbbreviations,
      dateOrder: dateOrder === null ? null : dateOrders[dateOrder],
    },
    declaredZone: timeZone?.assumed === false ? timeZone.name : null,
  }
}
