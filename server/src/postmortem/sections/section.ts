import type { Piece } from '../blocks/pieces.ts'
import type { Passage } from '../lines/passage.ts'

export interface Section extends Piece {
  readonly id: string
  readonly title: Passage
  readonly level: number
  readonly words: number
  /** True if there is nothing below the title. */
  readonly empty: boolean
  /** The correct spelling of a misspelt title; else null. */
  readonly suggestion: string | null
}
