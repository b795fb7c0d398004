import { type Sentence, sentence } from './sentence.ts'

/** Quotes what somebody wrote, on one line and shortened if necessary. */
export function quote(text: string): Sentence {
  const line = text.replace(/\s+/g, ' ')
  return sentence`"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`
}
