import type { ProfileValue } from '../postmortem/fields/profile.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { findMilestones } from '../postmortem/times/milestones.ts'
import type { DurationField, Fields } from '../postmortem/times/readFields.ts'
import { shortDuration } from '../time/repair/print.ts'

/**
 * A few lines of plain text for the people waiting in the chat. They say only what the report says, and nothing that
 * is still to be filled in. The link is the address of the report, or its path.
 */
export function summarizeForChat(report: Report, link: string | null = null): string | null {
  if (!report.recognition.postmortem) return null
  const { fields, profile, title, actionItems } = report
  const written = (passage: Passage | null) =>
    passage === null || isOpen(passage, report) ? null : passage.text
  const stated = (value: ProfileValue | null) => (value?.source === 'text' ? null : written(value))
  const lines = [
    written(title) ?? 'Postmortem',
    line('Severity', stated(profile.severity)),
    line('Status', stated(profile.status)),
    line('Outage', describeOutage(fields)),
    line('Impact', written(fields.impact)),
    line('Root cause', written(fields.rootCause)),
    line('Resolution', written(fields.resolution)),
    describeResponse(report),
    actionItems.length === 0 ? null : describeTasks(actionItems),
    line('Report', link),
  ]
  return lines.filter((each) => each !== null).join('\n')
}

/** True while there is something to fill in. */
function isOpen({ start, end }: Passage, { placeholders }: Report): boolean {
  return placeholders.some((each) => each.start < end && start < each.end)
}

function line(name: string, text: string | null): string | null {
  return text === null || text === '' ? null : `${name}: ${text}`
}

function describeOutage({ start, end, duration }: Fields): string | null {
  const span = [start?.text, end?.text].filter((each) => each !== undefined).join(' to ')
  const length = lengthOf(duration)
  if (length === null) return span === '' ? null : span
  return span === '' ? length : `${length} (${span})`
}

function lengthOf(duration: DurationField | null): string | null {
  const minutes = duration?.computedMinutes ?? duration?.statedMinutes ?? null
  return minutes === null ? (duration?.passage?.text ?? null) : shortDuration(minutes)
}

function describeResponse({ fields, timeline }: Report): string | null {
  const { detection, mitigation, resolution } = findMilestones(fields, timeline.entries)
  const milestones = [
    ['Detected', detection],
    ['mitigated', mitigation],
    ['resolved', resolution],
  ] as const
  const parts = milestones.flatMap(([name, milestone]) =>
    milestone === null ? [] : [`${name} after ${shortDuration(milestone.minutes)}`],
  )
  const text = parts.join(', ')
  return text === '' ? null : text.charAt(0).toUpperCase() + text.slice(1)
}

function describeTasks(items: Report['actionItems']): string {
  const open = items.filter(({ done }) => !done).length
  return `Action items: ${open} open, ${items.length - open} done`
}
