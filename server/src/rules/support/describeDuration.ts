import { joinSentences, type SentencePart, sentence } from '../../messages/sentence.ts'
import { splitDuration } from '../../time/repair/print.ts'

/** `3 hours 30 minutes`: what `formatDuration` writes into a document, in the language of the author. */
export function describeDuration(duration: number): SentencePart {
  const { days, hours, minutes } = splitDuration(duration)
  const parts = [
    ...(days === 0 ? [] : [days === 1 ? sentence`1 day` : sentence`${days} days`]),
    ...(hours === 0 ? [] : [hours === 1 ? sentence`1 hour` : sentence`${hours} hours`]),
    ...(minutes === 0 ? [] : [minutes === 1 ? sentence`1 minute` : sentence`${minutes} minutes`]),
  ]
  return parts.length === 0 ? sentence`${0} minutes` : joinSentences(...parts)
}
