import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../src/checking/steps.ts'
import { createService } from '../src/service.ts'
import { processorTime, takesAtMost } from './processorTime.ts'
import { runs } from './runs.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })

const head = '# Postmortem: search is down\n\n## Timeline\n\n- 10:00 UTC - The alert fired.\n\n'
const paragraph = 'We wrote a lot about *it*, and more in [the log].\n\n'

/** A document of which some steps have been taken. */
function read(text: string, steps: number) {
  const document = service.open(text)
  const reading = document.readInSteps()
  for (let step = 0; step < steps; step += 1) reading.next()
  return { document, reading }
}

describe('a document that is read in steps', () => {
  const pieces = [
    head,
    paragraph.repeat(450),
    '[the log]: log.md\n\n',
    '```\n',
    '<!-- ',
    '- a\n',
    '---\n',
    'a: b\r\n',
  ]
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((some) => some.join(''))
  const place = fc.record({
    start: fc.nat(),
    length: fc.nat(3),
    text: fc.constantFrom('', 'x', '\n\n', '```\n'),
  })

  it('is after any number of them, and an edit in between, the document that is read at once', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.option(place), (some, steps, edited) => {
        const { document, reading } = read(some, steps)
        let whole = some
        if (edited === null) finish(reading)
        else {
          const start = edited.start % (some.length + 1)
          const edit = { start, end: Math.min(some.length, start + edited.length), text: edited.text }
          document.edit([edit])
          whole = some.slice(0, edit.start) + edit.text + some.slice(edit.end)
        }
        const fresh = service.open(whole)
        expect(document.markdown.text()).toBe(whole)
        expect(document.markdown.tree()).toStrictEqual(fresh.markdown.tree())
        expect(service.check(document)).toEqual(service.check(fresh))
      }),
      { numRuns: runs(4) },
    )
  })

  it('has its configuration before it has been read', () => {
    const { document } = read(
      `---\npostmortem: { template: public }\n---\n\n${head}${paragraph.repeat(1000)}`,
      0,
    )
    expect(document.configuration.template.id).toBe('public')
  })

  it('takes no longer in steps than a few times what it takes at once, even if it is one block', () => {
    const text = `<!--${'words '.repeat(30_000)}\n`.replaceAll('words words ', 'words\n')
    const atOnce = processorTime(() => service.open(text).markdown)
    const readInSteps = () => finish(service.open(text).readInSteps())
    expect(takesAtMost(Math.max(500, 12 * atOnce), readInSteps)).toBe(true)
  })
})
