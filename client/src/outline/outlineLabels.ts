import type { WordCount } from '@postmortem/shared/counting'
import type { OutlineChild, OutlineField, OutlineSection } from '@postmortem/shared/outline'
import type { Position } from '@postmortem/shared/position'
import { l10n } from 'vscode'

export type OutlineNode = OutlineSection | OutlineChild

/** The texts of an outline node; `spoken` is for screen readers. */
export interface NodeLabel {
  readonly label: string
  readonly description: string
  readonly tooltip: string
  readonly spoken: string
}

export function describeNode(node: OutlineNode): NodeLabel {
  switch (node.kind) {
    case 'section': {
      const label = make(node.title, describeSection(node), explainSection(node))
      if (node.state !== 'missing') return label
      return { ...label, spoken: l10n.t('{0}, missing. Enter inserts it.', node.title) }
    }
    case 'field':
      return make(fieldNames()[node.field], node.value, node.value)
    case 'entry': {
      const { label, elapsed, text } = node
      const time = [label, elapsed].filter((each) => each !== null).join('  ')
      const spoken = [label, elapsed === null ? null : speakElapsed(elapsed), text]
      return {
        ...make(time === '' ? text : time, time === '' ? '' : text, text),
        spoken: spoken.filter((each) => each !== null).join(', '),
      }
    }
    case 'task': {
      const state = node.done ? l10n.t('done') : l10n.t('open')
      const details = [state, node.owner ?? l10n.t('nobody'), node.due].filter((each) => each !== null)
      return { ...make(node.text, details.join(' · '), node.text), label: shorten(node.text, maxTaskLength) }
    }
    case 'gap':
      return make(node.title, l10n.t('missing'), node.title)
  }
}

/** Puts `+00:45` into words, because screen readers skip the signs. */
function speakElapsed(elapsed: string): string {
  const [, about = '', sign = '', length = ''] = /^(~?)([+-]?)(.*)$/.exec(elapsed) ?? []
  const time = about === '' ? length : l10n.t('about {0}', length)
  return sign === '-' ? l10n.t('{0} before the start', time) : l10n.t('{0} after the start', time)
}

/** Undefined for a missing section. */
export function startOf(node: OutlineNode): Position | undefined {
  return node.kind === 'section' ? node.range?.start : node.position
}

export function shorten(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).trimEnd()}…`
}

/** Leaves room for the task's owner beside it. */
const maxTaskLength = 36

export function countWords(words: number): string {
  return words === 1 ? l10n.t('1 word') : l10n.t('{0} words', words)
}

export function countPlaces({ filled, total }: NonNullable<WordCount['places']>): string {
  return l10n.t('{0} of {1} filled in', filled, total)
}

function describeSection(section: OutlineSection): string {
  const { state, words } = section
  if (state === 'missing') return l10n.t('missing')
  if (state === 'empty') return l10n.t('empty')
  return `${state === 'complete' ? l10n.t('complete') : describeGaps(section)} · ${countWords(words)}`
}

function describeGaps({ children, unfilled }: OutlineSection): string {
  const gaps = children.filter(({ kind }) => kind === 'gap').length
  const missing = gaps === 1 ? l10n.t('1 fact missing') : l10n.t('{0} facts missing', gaps)
  const open = l10n.t('{0} to fill in', unfilled)
  return [...(gaps > 0 ? [missing] : []), ...(unfilled > 0 ? [open] : [])].join(' · ')
}

function explainSection(section: OutlineSection): string {
  const { title, state, children } = section
  if (state === 'missing') return l10n.t('Insert the section "{0}"', title)
  const gaps = children.flatMap((child) => (child.kind === 'gap' ? [child.title] : []))
  return [`${title}: ${describeSection(section)}`, ...gaps].join('\n')
}

function fieldNames(): Readonly<Record<OutlineField['field'], string>> {
  return {
    start: l10n.t('Start'),
    end: l10n.t('End'),
    duration: l10n.t('Duration'),
    timeZone: l10n.t('Time zone'),
    impact: l10n.t('Impact'),
    affected: l10n.t('Affected'),
    rootCause: l10n.t('Root cause'),
    resolution: l10n.t('Resolution'),
  }
}

function make(label: string, description: string, tooltip: string): NodeLabel {
  const spoken = description === '' ? label : `${label}, ${description.replaceAll(' · ', ', ')}`
  return { label, description, tooltip, spoken }
}
