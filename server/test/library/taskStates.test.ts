import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countUrgencies, urgencies, urgencyOf } from '../../src/library/taskStates.ts'
import { makeIncident, makeTask } from './incidents.ts'

describe('the counts of tasks by their urgency', () => {
  it('are those of the moment at which somebody asks, to the millisecond', () => {
    const task = fc.record({
      done: fc.boolean(),
      dueDay: fc.option(fc.integer({ min: 19_000, max: 19_003 })),
    })
    // Around midnight and noon, when days end.
    const moment = fc
      .tuple(fc.integer({ min: 38_000, max: 38_012 }), fc.constantFrom(-1, 0, 1))
      .map(([half, offset]) => half * 43_200_000 + offset)
    fc.assert(
      fc.property(fc.array(task, { maxLength: 5 }), fc.array(moment, { maxLength: 6 }), (tasks, moments) => {
        const incident = makeIncident({ tasks: tasks.map((each) => makeTask(each)) })
        for (const now of moments) {
          const counts = Object.fromEntries(
            urgencies.map((each) => [
              each,
              incident.tasks.filter((one) => urgencyOf(one, now) === each).length,
            ]),
          )
          expect(countUrgencies(incident, now)).toEqual(counts)
        }
      }),
    )
  })
})
