import { renderReport } from '../templates/render.ts'
import { defaultStyle } from '../templates/style.ts'
import type { Template } from '../templates/template.ts'
import { formatDuration } from '../time/repair/print.ts'

/** What the author knows when starting a report; `null` leaves the placeholder. */
export interface Beginning {
  readonly title: string | null
  readonly severity: string | null
  /** In UTC, as `2026-03-14 09:05`. */
  readonly start: string | null
  readonly end: string | null
}

/**
 * The text of a new report, with `{{placeholders}}` for what is not known yet. It has to name its template if it
 * would otherwise be held against another one.
 */
export function writeNewReport(template: Template, beginning: Beginning, namesTemplate = false): string {
  const known = findKnown(template, beginning)
  const whole = renderReport(template, defaultStyle)
  const blank =
    beginning.start === null
      ? whole
      : whole.replaceAll('{{start, with date}} {{time zone}}', '{{start, with date}}')
  const text = blank.replace(/\{\{[^{}\r\n]*\}\}/g, (placeholder) => known[placeholder] ?? placeholder)
  return writeFrontMatter(beginning.severity, namesTemplate ? template.id : null) + text
}

/** `2026-03-14-checkout-unavailable.md`. The day is in UTC, the same for everyone involved. */
export function nameReport({ title, start }: Pick<Beginning, 'title' | 'start'>, now: number): string {
  const day = start?.slice(0, 10) ?? new Date(now).toISOString().slice(0, 10)
  const words = (title ?? 'postmortem').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['postmortem']
  return `${[day, ...words].join('-').slice(0, maxNameLength)}.md`
}

const maxNameLength = 80

function findKnown(
  template: Template,
  { title, start, end }: Beginning,
): Readonly<Record<string, string | null>> {
  const day = start?.slice(0, 10) ?? null
  return {
    [placeholderOfTitle(template)]: title,
    '{{start, with date}}': start === null ? null : `${start} UTC`,
    '{{end}}': end?.slice(0, 10) === day ? (end?.slice(11) ?? null) : end,
    '{{time zone}}': start === null ? null : 'UTC',
    '{{how long}}': start === null || end === null ? null : formatDuration(minutesBetween(start, end)),
    '{{day of the start}}': day,
  }
}

function placeholderOfTitle({ title }: Template): string {
  return /\{\{[^{}\r\n]*\}\}/.exec(title)?.[0] ?? title
}

function minutesBetween(start: string, end: string): number {
  const instant = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}Z`)
  return (instant(end) - instant(start)) / 60_000
}

function writeFrontMatter(severity: string | null, template: string | null): string {
  const lines = [
    ...(severity === null ? [] : [`severity: ${quoteIfNeeded(severity)}`]),
    ...(template === null ? [] : ['postmortem:', `  template: ${quoteIfNeeded(template)}`]),
  ]
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`
}

function quoteIfNeeded(value: string): string {
  return /^(?!(?:true|false|yes|no|on|off|null|y|n)$)[a-z][\w-]*$/i.test(value)
    ? value
    : JSON.stringify(value)
}
