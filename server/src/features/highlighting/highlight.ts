import type { Range } from '../../postmortem/lines/passage.ts'

export type HighlightKind = 'time' | 'zone' | 'duration' | 'severity' | 'owner' | 'ticket' | 'placeholder'

export interface Highlight extends Range {
  readonly kind: HighlightKind
}
