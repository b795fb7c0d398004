import type { Create, Event } from 'micromark-util-types'

/**
 * Once all is tokenized, micromark joins neighbouring pieces of text, and after each join it moves all events that follow.
 * A paragraph of thousands of lines, each of which has more than one piece, would take time with the square of their
 * number. So the first join makes all that are still to come.
 */
export function joinAtOnce(create: Create): Create {
  return (from) => {
    const tokenizer = create(from)
    const { events } = tokenizer
    events.splice = (start, count, ...inserted) => {
      if (inserted.length > 0 || !isJoin(events, start, count!))
        return Array.prototype.splice.call(events, start, count!, ...inserted)
      joinFrom(events, start - 2)
      return []
    }
    return tokenizer
  }
}

const isText = ([, token]: Event) => token.type === 'data'

/** Only a join removes nothing but pieces of text that follow another piece. */
function isJoin(events: readonly Event[], start: number, count: number): boolean {
  return start >= 2 && events.slice(start - 2, start + count).every(isText)
}

function joinFrom(events: Event[], start: number): void {
  let kept = start
  for (let index = start; index < events.length; ) {
    const run = index
    while (index < events.length && isText(events[index]!)) index += 1
    if (index === run) index += 1
    else events[run]![1].end = events[index - 1]![1].end
    for (const event of events.slice(run, Math.min(index, run + 2))) events[kept++] = event
  }
  events.length = kept
}
