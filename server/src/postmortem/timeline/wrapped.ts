import type { Segment } from '../blocks/segments.ts'
import { Attached } from '../lines/attached.ts'
import { type Saying, says } from './sayings.ts'
import type { Stretch } from './timeline.ts'

/** The stretches that say it, each by itself or in a sentence that goes on in the line below. */
export function findSaying(stretches: readonly Stretch[], saying: Saying): readonly Stretch[] {
  return stretches.filter((stretch, index) => {
    if (says(stretch.segment, saying)) return true
    const next = stretches[index + 1]
    return (
      next !== undefined &&
      isWrapped(stretch, next) &&
      !says(next.segment, saying) &&
      says(joinSegments(stretch.segment, next.segment), saying)
    )
  })
}

/** Only lines of one paragraph share a sentence, and only if the first does not end one. */
function isWrapped(stretch: Stretch, next: Stretch): boolean {
  return (
    next.lineIndex === stretch.lineIndex + 1 &&
    next.placed.line.kind === 'text' &&
    next.placed.line.item === null &&
    !next.placed.line.opens &&
    !/[.!?:]["')\]]?\s*$/.test(stretch.segment.text)
  )
}

/** Segments live as long as their block, so each pair is joined once. */
const joined = new Attached<Segment, { readonly next: Segment; readonly both: Segment }>()

function joinSegments(segment: Segment, next: Segment): Segment {
  const known = joined.get(segment)
  if (known?.next === next) return known.both
  const both = { ...segment, text: `${segment.text.trimEnd()} ${next.text.trimStart()}` }
  joined.set(segment, { next, both })
  return both
}
