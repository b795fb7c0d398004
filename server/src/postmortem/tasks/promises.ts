import type { PlacedLine } from '../blocks/placedLine.ts'
import { firstSentence, type TaskText } from './actionItem.ts'
import type { GroupKind } from './groups.ts'
import { isImperative, isPromise, isWish, sentenceEnd } from './taskWords.ts'

/** A sentence of a paragraph. It goes on in the lines below, of which the last may begin another sentence. */
interface Sentence {
  readonly placed: PlacedLine
  readonly from: number
  readonly to: number
  readonly below: readonly PlacedLine[]
}

/** Sentences in prose that say what to do. Lessons are full of advice, so only promises are tasks there. */
export function findPromises(prose: readonly PlacedLine[], kind: GroupKind): readonly TaskText[] {
  if (kind === 'other' || kind === 'improvements') return []
  const sentences = readSentences(prose)
  const isAsked = kind !== 'lessons'
  const asked = new Set(isAsked ? sentences.filter((each) => isImperative(textOf(each))) : [])
  // A single sentence may begin with a noun that is also a verb.
  const isAsking = asked.size >= (kind === 'tasks' ? 1 : 2)
  return sentences
    .filter(
      (each) => (isAsking && asked.has(each)) || isPromise(textOf(each)) || (isAsked && isWish(textOf(each))),
    )
    .map((each) => ({ ...each, isPart: true, isSentence: true }))
}

function readSentences(prose: readonly PlacedLine[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  prose.forEach((placed, index) => {
    const { line } = placed
    const { text } = line
    const isNew = line.opens || line.item !== null || index === 0 || endsSentence(prose[index - 1])
    const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length)
    const starts = [...(isNew ? [0] : []), ...ends]
    starts.forEach((from, at) => {
      const to = starts[at + 1] ?? text.length
      const isLast = to === text.length
      sentences.push({
        placed,
        from,
        to,
        below: isLast && !endsSentence(placed) ? restBelow(prose, index) : [],
      })
    })
  })
  return sentences
}

function endsSentence(placed: PlacedLine | undefined): boolean {
  return placed === undefined || /[.!?:)]\s*$/.test(placed.line.text.slice(-8))
}

/** The lines in which the last sentence of a line goes on. */
function restBelow(prose: readonly PlacedLine[], index: number): readonly PlacedLine[] {
  const rest: PlacedLine[] = []
  for (const placed of prose.slice(index + 1, index + 1 + maxLines)) {
    if (placed.line.opens || placed.line.item !== null) break
    rest.push(placed)
    if (/[.!?](?:\s|$)/.test(placed.line.text)) break
  }
  return rest
}

/** No sentence is wrapped more often than that. */
const maxLines = 8

function textOf({ placed, from, to, below }: Sentence): string {
  const rest = below.map(({ line }) => line.text).join(' ')
  return `${placed.line.text.slice(from, to)} ${firstSentence(rest)}`
}
