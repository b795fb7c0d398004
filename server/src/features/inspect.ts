import type { MarkdownDocument } from '../markdown/document.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { type FactId, factIds } from '../postmortem/timeline/facts.ts'
import type { Fields, TimeField } from '../postmortem/times/readFields.ts'
import type { TimelineEntry } from '../postmortem/times/readTimeline.ts'
import { formatIso } from '../time/repair/print.ts'

/** Facts about a document that only the caller knows. */
export interface InspectContext {
  readonly file: string
  readonly findings: number
}

/** Everything read from a document, in the public form that `postmortem inspect` prints. */
export function inspectReport(
  report: Report,
  document: MarkdownDocument,
  context: InspectContext,
): Inspection {
  const lineAt = (offset: number): number => document.positionAt(offset).line + 1
  const lastLine = (start: number, end: number): number => lineAt(Math.max(end - 1, start))
  const lines = (passages: readonly { readonly start: number }[]): readonly number[] => [
    ...new Set(passages.map(({ start }) => lineAt(start))),
  ]
  const { fields, timeline, corrective } = report
  return {
    file: context.file,
    postmortem: report.recognition.postmortem,
    reason: report.recognition.reason,
    template: report.template.id,
    yardstick: inspectYardstick(report),
    title: report.title?.text ?? null,
    region: {
      startLine: lineAt(report.region.start),
      endLine: lastLine(report.region.start, contentEnd(document, report.region.end)),
    },
    words: countSourceWords(document.slice(report.region.start, report.region.end)),
    proseWords: report.words,
    sections: report.sections.map((section) => ({
      id: section.id,
      title: section.title.text,
      line: lineAt(section.title.start),
      endLine: lastLine(section.start, section.next),
      words: countSourceWords(document.slice(section.start, section.end)),
      proseWords: section.words,
      empty: section.empty,
    })),
    missing: report.missing.map((section) => section.id),
    fields: {
      start: inspectTime(fields.start, lineAt),
      end: inspectTime(fields.end, lineAt),
      duration: inspectDuration(fields, lineAt),
      timeZone: inspectText(fields.timeZone, lineAt),
      impact: inspectText(fields.impact, lineAt),
      affected: inspectText(fields.affected, lineAt),
      rootCause: inspectText(fields.rootCause, lineAt),
      resolution: inspectText(fields.resolution, lineAt),
    },
    timeline: {
      style: timeline.style,
      entries: timeline.entries.map((entry) => inspectEntry(entry, lineAt)),
      facts: Object.fromEntries(
        factIds.map((fact) => [fact, lines(timeline.facts[fact])]),
      ) as Inspection['timeline']['facts'],
      outOfOrder: lines(timeline.outOfOrder),
    },
    corrective: {
      improvements: lines(corrective.improvements),
      tasks: corrective.tasks.map(({ start }) => lineAt(start)),
    },
    actionItems: report.actionItems.map((item) => inspectItem(item, lineAt)),
    metrics: report.metrics,
    placeholders: report.placeholders.map((placeholder) => ({
      line: lineAt(placeholder.start),
      text: placeholder.text,
    })),
    findings: context.findings,
  }
}

function inspectYardstick({ yardstick: { basis, present, required } }: Report): Inspection['yardstick'] {
  return { basis, sections: `${present} of ${required}` }
}

type LineAt = (offset: number) => number

/** The public form, described by `schemas/inspect.schema.json` and explained in `docs/inspect.md`. */
export interface Inspection {
  readonly file: string
  readonly postmortem: boolean
  readonly reason: Report['recognition']['reason']
  readonly template: string
  /** Why that template: see `Yardstick`. */
  readonly yardstick: { readonly basis: Report['yardstick']['basis']; readonly sections: string }
  readonly title: string | null
  readonly region: { readonly startLine: number; readonly endLine: number }
  /** Counted in the source of the region including its markup, as `wc -w` does. */
  readonly words: number
  /** Counted as the word counter does: only what a reader reads. */
  readonly proseWords: number
  readonly sections: readonly InspectedSection[]
  readonly missing: readonly string[]
  readonly fields: InspectedFields
  readonly timeline: {
    readonly style: Report['timeline']['style']
    readonly entries: readonly InspectedEntry[]
    readonly facts: Readonly<Record<FactId, readonly number[]>>
    readonly outOfOrder: readonly number[]
  }
  readonly corrective: { readonly improvements: readonly number[]; readonly tasks: readonly number[] }
  readonly actionItems: readonly InspectedItem[]
  readonly metrics: Report['metrics']
  readonly placeholders: readonly InspectedText[]
  readonly findings: number
}

export interface InspectedSection {
  readonly id: string
  readonly title: string
  readonly line: number
  readonly endLine: number
  readonly words: number
  readonly proseWords: number
  readonly empty: boolean
}

export interface InspectedText {
  readonly line: number
  readonly text: string
}

export interface InspectedTime extends InspectedText {
  readonly time: string | null
}

export interface InspectedFields {
  readonly start: InspectedTime | null
  readonly end: InspectedTime | null
  readonly duration: {
    readonly line: number | null
    readonly text: string | null
    readonly minutes: number | null
    readonly stated: number | null
  } | null
  readonly timeZone: InspectedText | null
  readonly impact: InspectedText | null
  readonly affected: InspectedText | null
  readonly rootCause: InspectedText | null
  readonly resolution: InspectedText | null
}

export interface InspectedEntry {
  readonly line: number
  readonly time: string | null
  readonly label: string | null
  readonly text: string
  readonly facts: readonly FactId[]
}

export interface InspectedItem {
  readonly line: number
  readonly text: string
  readonly done: boolean
  readonly owner: string | null
  readonly due: string | null
  readonly ticket: string | null
}

function contentEnd(document: MarkdownDocument, end: number): number {
  return document.slice(0, end).trimEnd().length
}

function inspectText(passage: Passage | null, lineAt: LineAt): InspectedText | null {
  return passage === null ? null : { line: lineAt(passage.start), text: passage.text }
}

function countSourceWords(source: string): number {
  return source.match(/\S+/g)?.length ?? 0
}

function inspectTime(field: TimeField | null, lineAt: LineAt): InspectedTime | null {
  return field === null ? null : { line: lineAt(field.start), text: field.text, time: formatIso(field.time) }
}

function inspectDuration({ duration }: Fields, lineAt: LineAt): InspectedFields['duration'] {
  if (duration === null) return null
  const { passage, statedMinutes, computedMinutes } = duration
  return {
    line: passage === null ? null : lineAt(passage.start),
    text: passage?.text ?? null,
    minutes: computedMinutes ?? statedMinutes,
    stated: statedMinutes,
  }
}

function inspectEntry(entry: TimelineEntry, lineAt: LineAt): InspectedEntry {
  return {
    line: lineAt(entry.start),
    time: entry.time === null ? null : formatIso(entry.time),
    label: entry.label?.text ?? null,
    text: entry.text.text,
    facts: entry.facts,
  }
}

function inspectItem(item: ActionItem, lineAt: LineAt): InspectedItem {
  return {
    line: lineAt(item.start),
    text: item.text.text,
    done: item.done,
    owner: item.owner?.text ?? null,
    due: item.due?.text ?? null,
    ticket: item.ticket?.text ?? null,
  }
}
