import type { Passage } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { isRegion } from '../../../time/written/offsets.ts'

/** "(all times local, Berlin)", "All times are local time in New York.": where it is, and not which zone that is. */
export interface ZoneRemark {
  readonly passage: Passage
  /** Null if no place is named. */
  readonly place: string | null
  /** The zone of the place; null if no zone is called after it. */
  readonly zone: string | null
  /** What replaces the passage is a statement by itself only if this is before it. */
  readonly lead: 'all times in' | 'in'
}

const head =
  /(?:\b[Tt]ime(?:s|stamps)? (?:(?:are|is|were|given|shown|below|here|all) ){0,3}|\()(?=(?:in )?[Ll]ocal|in \p{Lu})/gu
const local =
  /^(?:in )?[Ll]ocal(?: time)?(?![\w-])(?:[ ,:(–—-]{1,3}(?:in |to |for )?(?<place>\p{Lu}\p{L}{1,20}(?: \p{Lu}\p{L}{1,20}){0,2}))?/u
const inCity = /^in (?<place>\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{1,20}){0,2})(?![\w/])/u

export function findZoneRemark({ lines }: Report): ZoneRemark | null {
  for (const placed of lines) {
    const { kind, text } = placed.line
    if (kind === 'code') continue
    for (const match of text.matchAll(head)) {
      const start = match.index + match[0].length
      const rest = text.slice(start, start + 150)
      const said = local.exec(rest) ?? inCity.exec(rest)
      if (said === null) continue
      const place = said.groups?.place ?? null
      const zone = findZoneOf(place)
      // "All times in Grafana" names no place.
      if (zone === null && !local.test(rest)) continue
      return {
        passage: placed.passage(start, start + said[0].length),
        place,
        zone,
        lead: match[0] === '(' ? 'all times in' : 'in',
      }
    }
  }
  return null
}

const areas = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic']

function findZoneOf(place: string | null): string | null {
  if (place === null) return null
  return areas.map((area) => `${area}/${place.replaceAll(' ', '_')}`).find(isRegion) ?? null
}
