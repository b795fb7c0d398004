import type { Translate } from '../../messages/translate.ts'

/** What a part of the page is written with. */
export interface Writing {
  readonly now: number
  readonly translate: Translate
}
