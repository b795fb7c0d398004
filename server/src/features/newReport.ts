import { renderReport } from '../templates/render.ts'
import { defaultStyle } from '../templates/style.ts'
import type { Template } from '../templates/template.ts'

/** What its author knows when a report begins; `null` stays a placeholder. */
export interface Beginning {
  readonly title: string | null
  readonly severity: string | null
  /** In UTC. */
  readonly start: string | null
}

/** The text of a new report, with `{{placeholders}}` for what is not known yet. */
export function writeNewReport(template: Template, { title, severity, start }: Beginning): string {
  const known: Readonly<Record<string, string | null>> = {
    [placeholderOfTitle(template)]: title,
    '{{start, with date}}': start === null ? null : `${start} UTC`,
    '{{time zone}}': start === null ? null : 'UTC',
  }
  const whole = renderReport(template, defaultStyle)
  const blank =
    start === null ? whole : whole.replaceAll('{{start, with date}} {{time zone}}', '{{start, with date}}')
  const text = blank.replace(/\{\{[^{}\r\n]*\}\}/g, (placeholder) => known[placeholder] ?? placeholder)
  return severity === null ? text : `---\nseverity: ${JSON.stringify(severity)}\n---\n\n${text}`
}

/** `2026-03-14-checkout-unavailable.md`; the day is that of UTC, the same for everybody who takes part. */
export function nameReport(title: string | null, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10)
  const words = (title ?? 'postmortem').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['postmortem']
  return `${[day, ...words].join('-').slice(0, longestName)}.md`
}

const longestName = 80

function placeholderOfTitle({ title }: Template): string {
  return /\{\{[^{}\r\n]*\}\}/.exec(title)?.[0] ?? title
}
