import { type Said, say, saySentences } from '../../language/sentence.ts'
import { splitDuration } from '../../time/repair/print.ts'

/** `3 hours 30 minutes`: as `formatDuration` writes it into a document, in the language of the writer. */
export function sayDuration(duration: number): Said {
  const { days, hours, minutes } = splitDuration(duration)
  const parts = [
    ...(days === 0 ? [] : [days === 1 ? say`1 day` : say`${days} days`]),
    ...(hours === 0 ? [] : [hours === 1 ? say`1 hour` : say`${hours} hours`]),
    ...(minutes === 0 ? [] : [minutes === 1 ? say`1 minute` : say`${minutes} minutes`]),
  ]
  return parts.length === 0 ? say`${0} minutes` : saySentences(...parts)
}
