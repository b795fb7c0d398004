import type { ProfileValue } from '../postmortem/fields/profile.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Incident } from './incident.ts'
import type { Origin } from './origin.ts'
import { isFilledIn, partsOf, readIncidents } from './readIncidents.ts'

/** An incident as it is compared with others: plain data, so that it can be kept and sent. */
export interface Comparable {
  readonly incident: Incident
  readonly places: Places
  /** The links of its report to other reports, as written. */
  readonly links: readonly string[]
}

/** The incidents that are compared with each other, in the order of their files. */
export type Library = readonly Comparable[]

/** Where the report says it, so that a finding can point there. Lists are as long as those of the incident. */
export interface Places {
  readonly title: Range
  readonly id: Range | null
  readonly causes: readonly Range[]
  readonly related: readonly Range[]
  readonly tasks: readonly Range[]
}

export function listPlaces({ title, id, causes, related, tasks }: Places): readonly Range[] {
  return [title, ...(id === null ? [] : [id]), ...causes, ...related, ...tasks]
}

/** More links than these lead to more than related incidents. */
const maxLinks = 100

export function readComparables(report: Report, origin: Origin): readonly Comparable[] {
  const parts = partsOf(report)
  const links = report.markup.links.flatMap(({ address }) => (isReportLink(address) ? [address] : []))
  return readIncidents(report, origin).map((incident, index) => ({
    incident,
    places: findPlaces(parts[index] ?? report, incident),
    links: [...new Set(links)].slice(0, maxLinks),
  }))
}

function isReportLink(address: string): boolean {
  return /\.(?:md|markdown)(?:[#?]|$)/i.test(address) && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address)
}

function findPlaces({ title, region, profile, actionItems }: Report, { causes }: Incident): Places {
  const filled = (values: readonly ProfileValue[]) => values.filter(isFilledIn).map(toRange)
  return {
    title: toRange(title ?? { start: region.start, end: region.start }),
    id: profile.id === null ? null : toRange(profile.id),
    // Causes that were only found in sentences are certain for nobody.
    causes: profile.causes.length > 0 ? filled(profile.causes) : causes.map(() => toRange(region)),
    related: filled(profile.related),
    tasks: actionItems.map(({ text }) => toRange(text)),
  }
}

function toRange({ start, end }: Range): Range {
  return { start, end }
}
