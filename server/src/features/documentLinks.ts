import { isWithin, type Passage, type Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { findTickets, ticketPattern } from '../postmortem/tasks/tickets.ts'

/** Text in a report that leads somewhere although it is not written as a link. */
export type ReportLink =
  | (Passage & { readonly kind: 'ticket'; readonly address: string })
  /** The text is the id of a rule. */
  | (Passage & { readonly kind: 'rule' })

/** A team's ticket settings. */
export interface Tracker {
  readonly ticketPrefixes?: readonly string[] | undefined
  /** An address that contains `{ticket}`. */
  readonly ticketUrl?: string | undefined
}

export function findReportLinks(
  report: Report,
  tracker: Tracker,
  isRule: (id: string) => boolean,
): readonly ReportLink[] {
  if (!report.recognition.postmortem) return []
  return [...findTicketLinks(report, tracker), ...findRuleLinks(report, isRule)]
}

function findTicketLinks(
  { lines, markup }: Report,
  { ticketPrefixes, ticketUrl }: Tracker,
): readonly ReportLink[] {
  if (ticketUrl === undefined) return []
  const pattern = ticketPattern(ticketPrefixes)
  const taken = outermost([...markup.links, ...markup.code])
  return lines.flatMap((placed) =>
    findTickets(placed.line.text, pattern)
      .map(({ start, end }) => placed.passage(start, end))
      .filter(({ start }) => !isWithin(start, taken))
      .map(
        (ticket): ReportLink => ({ ...ticket, kind: 'ticket', address: toAddress(ticketUrl, ticket.text) }),
      ),
  )
}

function findRuleLinks({ suppressions }: Report, isRule: (id: string) => boolean): readonly ReportLink[] {
  return suppressions
    .flatMap(({ rules }) => rules)
    .filter(({ text }) => isRule(text))
    .map((rule): ReportLink => ({ ...rule, kind: 'rule' }))
}

/** The address of a numbered ticket has no `#`. */
function toAddress(ticketUrl: string, reference: string): string {
  return ticketUrl.replaceAll('{ticket}', () => encodeURIComponent(reference.replace(/^#/, '')))
}

/** In reading order and without overlaps, as `isWithin` requires: a link may contain an image or code. */
function outermost(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return sorted.filter((range) => {
    if (range.start < end) return false
    end = range.end
    return true
  })
}
