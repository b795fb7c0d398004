import type { TeamConfiguration } from './config/teamConfiguration.ts'
import { printMoment, readMoment } from './features/moment.ts'
import type { Beginning } from './features/newReport.ts'
import { inEnglish } from './messages/translate.ts'
import type { Template } from './templates/template.ts'
import { UsageError } from './usageError.ts'

/** What is known of an incident as its writer gives it. */
interface Known {
  readonly title?: string | undefined
  readonly severity?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
}

/** Throws a `UsageError` for a time that cannot be read. `toOption` writes a name as the writer did. */
export function readBeginning(
  { title, severity, start, end }: Known,
  now: number,
  toOption: (name: keyof Known) => string,
): Beginning {
  if (end !== undefined && start === undefined)
    throw new UsageError(`${toOption('end')} needs ${toOption('start')}.`)
  const since = start === undefined ? null : readTime(toOption('start'), start, now, null)
  const until = end === undefined ? null : readTime(toOption('end'), end, now, since)
  return {
    title: toLine(title),
    severity: toLine(severity),
    start: since === null ? null : printMoment(since),
    end: until === null ? null : printMoment(until),
  }
}

function readTime(option: string, written: string, now: number, start: number | null): number {
  const moment = readMoment(written, now, start)
  if (moment.kind === 'refused')
    throw new UsageError(`${option} is "${written}". ${inEnglish(moment.reason)}`)
  return moment.instant
}

function toLine(text = ''): string | null {
  return text.replace(/\s+/g, ' ').trim() || null
}

/** The template that the configuration has for the severity, or else the one in force. */
export function configuredTemplate(
  { severity }: Beginning,
  { templatesBySeverity }: TeamConfiguration,
  [inForce]: readonly Template[],
): Template {
  const key = Object.keys(templatesBySeverity).find((each) => each.toLowerCase() === severity?.toLowerCase())
  return (key === undefined ? undefined : templatesBySeverity[key]) ?? (inForce as Template)
}
