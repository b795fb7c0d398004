import type { Report } from '../postmortem/report.ts'
import { findPlaceholderTexts } from '../templates/placeholders.ts'
import { renderReport } from '../templates/render.ts'
import { defaultStyle } from '../templates/style.ts'

/** How many of the places that the template left to its author are filled in. */
export interface FilledPlaces {
  readonly filled: number
  readonly total: number
}

/**
 * Null for a report that is not being written after its template: none of the template's places is left in it,
 * or a section of the template is not there, or has a title of its own.
 */
export function countFilledPlaces({ placeholders, sections, template }: Report): FilledPlaces | null {
  if (placeholders.length === 0) return null
  const places = findPlaceholderTexts(renderReport(template, defaultStyle))
  const own = new Set(places)
  const left = placeholders.filter(({ text }) => own.has(text)).length
  const titles = new Set(sections.map(({ title }) => title.text))
  if (left === 0 || !template.sections.every(({ title }) => titles.has(title))) return null
  const total = Math.max(places.length, left)
  return { filled: total - left, total }
}
