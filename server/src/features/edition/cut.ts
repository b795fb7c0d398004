import type { Range } from '../../postmortem/lines/passage.ts'

export interface LeftOut {
  readonly kind:
    | 'section'
    | 'person'
    | 'e-mail address'
    | 'IP address'
    | 'host'
    | 'cloud resource'
    | 'secret'
    | 'link'
    | 'comment'
    | 'front matter'
  /** As written; for a person or a detail it is for the author alone. */
  readonly text: string
  readonly offset: number
}

/** A place that the copy does not have, or has other text for. */
export interface Cut extends Range {
  readonly replacement: string
  /** Null for the end of something whose start already says what it is. */
  readonly leftOut: Omit<LeftOut, 'offset'> | null
}
