import { passage } from '../postmortem/blocks/placedLine.ts'
import { isWithin, type Passage, type Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { findTickets, ticketPattern } from '../postmortem/tasks/tickets.ts'

/** A place in a report that leads somewhere, though no link was written there. */
export type ReportLink =
  | (Passage & { readonly kind: 'ticket'; readonly address: string })
  /** The text is the id of a rule. */
  | (Passage & { readonly kind: 'rule' })

/** What a team says of its tickets. */
export interface Tracker {
  readonly ticketPrefixes?: readonly string[] | undefined
  /** An address that holds `{ticket}`. */
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
      .map(({ start, end }) => passage(placed, start, end))
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

/** Trackers that number their tickets know no `#`. */
function toAddress(ticketUrl: string, reference: string): string {
  return ticketUrl.replaceAll('{ticket}', () => encodeURIComponent(reference.replace(/^#/, '')))
}

/** In reading order and apart from each other, as `isWithin` wants them: a link may hold a picture or code. */
function outermost(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return sorted.filter((range) => {
    if (range.start < end) return false
    end = range.end
    return true
  })
}
