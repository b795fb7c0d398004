import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

function promisesIn(text: string, title = '## Action Items') {
  const { corrective } = read(`# Postmortem\n\n## Timeline\n\n- 10:00 Down.\n\n${title}\n\n${text}\n`)
  return corrective.suggested.map((task) => `${task.text.text} ${task.continuation}`.trim())
}

describe('what prose promises', () => {
  it('is each sentence that says what to do, with the line that it goes on in', () => {
    const prose =
      'We will add an alert for the disk. It took a while to find. Then we will test the alert\nbefore the next release. Nobody did. Document the steps for\n\neveryone who is on call.'
    expect(promisesIn(prose)).toEqual([
      'We will add an alert for the disk.',
      'Then we will test the alert before the next release.',
      'Document the steps for',
    ])
  })

  it('is no advice among the lessons, but what somebody will do', () => {
    const prose = 'Document the steps. Add a page about it. We will add an alert for the disk.'
    expect(promisesIn(prose, '## Lessons')).toEqual(['We will add an alert for the disk.'])
    expect(promisesIn(prose, '## What went well')).toEqual([])
  })

  it('is asked for in two sentences below a title that names no tasks, and in one below another', () => {
    const two = 'Document the steps for all. The disk was full. Add an alert to it.'
    expect(promisesIn(two, '## Corrective Measures')).toEqual([
      'Document the steps for all.',
      'Add an alert to it.',
    ])
    const one = 'The disk was full. Add an alert to it.'
    expect(promisesIn(one, '## Corrective Measures')).toEqual([])
    expect(promisesIn(one)).toEqual(['Add an alert to it.'])
  })
})
