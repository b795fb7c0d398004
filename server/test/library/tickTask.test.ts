import { describe, expect, it } from 'vitest'
import { tickTask } from '../../src/library/tickTask.ts'
import { createService } from '../../src/service.ts'
import { incidentIn } from './incidents.ts'

const quiet = { warn: () => {}, error: () => {} }
const service = createService({ logger: quiet, clock: () => 0 })

const reportWith = (...tasks: readonly string[]) =>
  ['# Postmortem: mail was late', '## Timeline', '- 09:05 UTC - It broke.', '## Action Items', ...tasks]
    .join('\n\n')
    .concat('\n')

/** The text after a task, as it was listed in one text, is ticked in another. */
function tick(listed: string, index: number, done: boolean, text = listed): string | null {
  const task = incidentIn(listed).tasks[index]
  if (task === undefined) throw new Error('There is no such task.')
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const edit = tickTask(service.open(text).report, task, done, lineAt)
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end)
}

describe('ticking a task of a report', () => {
  const text = reportWith('- [ ] Add an alert (owner: Kim)\n- [x] Buy a disk\n- Write a test')

  it('changes nothing but the character in its checkbox', () => {
    expect(tick(text, 0, true)).toBe(text.replace('[ ] Add', '[x] Add'))
    expect(tick(text, 1, false)).toBe(text.replace('[x] Buy', '[ ] Buy'))
  })

  it('finds the task again after lines were put above it', () => {
    const later = text.replace('## Action', 'Some words.\n\n## Action')
    expect(tick(text, 0, true, later)).toBe(later.replace('[ ] Add', '[x] Add'))
  })

  it('leaves a task alone that has no checkbox, or is not there any more', () => {
    expect(incidentIn(text).tasks.map(({ hasCheckbox }) => hasCheckbox)).toEqual([true, true, false])
    expect(tick(text, 2, true)).toBe(null)
    expect(tick(text, 0, true, text.replace('an alert', 'two alerts'))).toBe(null)
  })

  it('chooses by line between tasks with the same words, and not at all without the line', () => {
    const twice = reportWith('- [ ] Add an alert', '- [ ] Add an alert')
    expect(tick(twice, 1, true)).toMatch(/\[ \] Add an alert\n\n- \[x\] Add an alert/)
    const moved = twice.replace('## Action', 'Some words.\n\nAnd more.\n\nAnd more.\n\n## Action')
    expect(tick(twice, 1, true, moved)).toBe(null)
  })
})
