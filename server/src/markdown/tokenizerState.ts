import type { Event } from 'micromark-util-types'
import { listSignature, type Signature } from './signature.ts'

/** The open containers, followed through the events as they come. */
export interface ContainerState {
  depth: number
  /** The signature of the text while the outermost container is open, if that is a list or a note. */
  outermost: Signature | undefined
  /** The number of events looked at. Those before the last line never change afterwards. */
  seen: number
}

export function followContainers(state: ContainerState, events: readonly Event[]): void {
  for (; state.seen < events.length; state.seen += 1) {
    const [kind, token, context] = events[state.seen]!
    if (token._container) {
      if (state.depth === 0) state.outermost = token.type === 'gfmFootnoteDefinition' ? 'note' : undefined
      state.depth += kind === 'enter' ? 1 : -1
    } else if (state.depth === 1 && state.outermost === undefined && token.type === 'listItemMarker') {
      if (kind === 'exit') state.outermost = listSignature(context.sliceSerialize(token))
    }
  }
}

/** The constructs that are over at the end of their last line, and that no later line looks back at. */
const selfContained = new Set([
  'atxHeading',
  'codeFenced',
  'htmlFlow',
  'setextHeading',
  'thematicBreak',
  'yaml',
])

/**
 * The signature of the flow so far, when no construct is under way. That alone does not say enough: a table
 * row and a setext underline look back over line endings at what came before.
 */
export function signatureOfFlow(events: readonly Event[]): Signature | undefined {
  const last = events.at(-1)?.[1].type
  if (last === 'lineEndingBlank') return 'fresh'
  if (last !== 'lineEnding') return undefined
  const before = events.at(-3)?.[1].type as string | undefined
  if (before === undefined) return undefined
  if (before === 'tableRow' || before === 'tableHead') return 'table'
  return selfContained.has(before) ? 'fresh' : undefined
}
