import type { Passage } from './passage.ts'
import type { Piece } from './pieces.ts'

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
