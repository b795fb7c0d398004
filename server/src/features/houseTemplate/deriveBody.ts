import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Part } from '../../templates/template.ts'
import { type CommonName, findCommonNames } from './commonNames.ts'
import { anyText, knownFields } from './partTexts.ts'
import { hasProse, readParts, type WrittenPart } from './sectionParts.ts'
import { minRequiredShare, minShare } from './shares.ts'
import { toSlug } from './slug.ts'

/** The parts of a section, and how many reports have each. */
export interface DerivedBody {
  readonly body: readonly Part[]
  /** Counts by part, for those that were found in the reports. */
  readonly shares: ReadonlyMap<Part, Share>
}

export interface Share {
  readonly reports: number
  readonly of: number
}

/** What most sections of a title contain; the texts are those of the reports that have it. */
export function deriveBody(
  id: string,
  texts: readonly (readonly PlacedLine[])[],
  reports: readonly Report[],
): DerivedBody {
  const found = texts.map((lines) => (id === 'timeline' ? [] : readParts(lines)))
  const common = findCommonNames(found, Math.max(2, texts.length * minShare))
  const shares = new Map<Part, Share>()
  for (const name of common)
    shares.set(toPart(name, id, isAsked(name, texts.length, reports)), {
      reports: name.uses.length,
      of: texts.length,
    })
  const parts = [...shares.keys()]
  const needsText = parts.length === 0 || texts.filter(hasProse).length * 2 > texts.length
  const fields = parts.filter(({ kind }) => kind === 'field')
  const headings = parts.filter(({ kind }) => kind === 'heading')
  return { body: [...fields, ...(needsText ? [textOf(id)] : []), ...headings], shares }
}

/** A field is asked for only if its label is a rule and its value is understood wherever it is written. */
function isAsked({ uses, id }: CommonName<WrittenPart>, count: number, reports: readonly Report[]): boolean {
  const field = id === null ? undefined : knownFields[id]?.field
  const isStated = ({ fields }: Report) =>
    field === undefined || !(field in fields) || fields[field as keyof typeof fields] !== null
  return (
    uses.length >= count * minRequiredShare && reports.filter(isStated).length >= count * minRequiredShare
  )
}

function toPart({ id, text, uses }: CommonName<WrittenPart>, section: string, isAsked: boolean): Part {
  // No rule asks for a part with an id that only this template has.
  const name = isAsked ? (id ?? toSlug(text)) : `usual-${id ?? toSlug(text)}`
  if (uses[0]?.kind === 'heading')
    return { kind: 'heading', id: name, title: text, body: [itemOf(id, section)] }
  const known = id === null ? undefined : knownFields[id]
  return {
    kind: 'field',
    field: isAsked ? (known?.field ?? name) : name,
    label: text,
    text: known?.text ?? `{{${text.toLowerCase()}}}`,
  }
}

/** Below a heading, a list. Improvements are a list of their own beside that of the tasks. */
function itemOf(id: string | null, section: string): Part {
  const text = id === 'improvements' ? null : textOf(section)
  return text === null || text.kind === 'paragraph' ? { kind: 'item', text: anyText } : text
}

/** What is written where the reports have text of their own. */
function textOf(section: string): Part {
  if (section === 'timeline')
    return { kind: 'entry', fact: null, time: '{{HH:MM}} {{time zone}}', text: '{{What happened.}}' }
  if (section === 'actions' || section === 'corrective') return { kind: 'task', text: '{{a specific task}}' }
  return { kind: 'paragraph', text: anyText }
}
