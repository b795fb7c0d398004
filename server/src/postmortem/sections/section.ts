import type { Piece } from '../blocks/pieces.ts'
import type { Passage } from '../lines/passage.ts'

export interface Section extends Piece {
  readonly id: string
  readonly title: Passage
  readonly level: number
  readonly words: number
  /** Nothing stands below its title. */
  readonly empty: boolean
  /** How the title is spelt, where the author misspelt it. */
  readonly suggestion: string | null
}
