import { describe, expect, it } from 'vitest'
import type { Steps } from '../../src/checking/steps.ts'
import { Checks } from '../../src/lsp/checks.ts'

/** Turns that the test takes one by one, and a clock that each step of a check moves on. */
function start(tell: (document: string) => void = () => undefined) {
  const turns: (() => void)[] = []
  const log: string[] = []
  let time = 0
  const checks = new Checks({
    nextTurn: (callback) => void turns.push(callback),
    now: () => time,
    onError: (error) => void log.push(String(error)),
    tellOf: (document) => {
      tell(document)
      log.push(`tells of ${document}`)
      return () => void log.push(`is silent on ${document}`)
    },
  })
  const check = function* (name: string, steps: number, milliseconds: number): Steps<void> {
    for (let step = 1; step <= steps; step += 1) {
      time += milliseconds
      log.push(`${name} ${step}`)
      yield
    }
    log.push(`${name} done`)
  }
  const takeTurn = () => turns.shift()?.()
  return { checks, check, log, takeTurn, turnsLeft: () => turns.length }
}

describe('a check', () => {
  it('is made after the message that already waits', () => {
    const { checks, check, log, takeTurn } = start()
    checks.schedule('a.md', check('first', 1, 0))
    takeTurn()
    expect(log).toEqual([])
    takeTurn()
    expect(log).toEqual(['first 1', 'first done'])
  })

  it('is moot once a newer one is scheduled', () => {
    const { checks, check, log, takeTurn, turnsLeft } = start()
    checks.schedule('a.md', check('first', 1, 0))
    takeTurn()
    checks.schedule('a.md', check('second', 1, 0))
    while (turnsLeft() > 0) takeTurn()
    expect(log).toEqual(['second 1', 'second done'])
  })

  it('gives way to messages when it takes long, and is dropped in the middle by an edit', () => {
    const { checks, check, log, takeTurn, turnsLeft } = start()
    checks.schedule('a.md', check('first', 9, 3))
    takeTurn()
    takeTurn()
    expect(log).toEqual(['first 1', 'first 2', 'first 3'])
    takeTurn()
    expect(log).toHaveLength(6)
    checks.schedule('a.md', check('second', 1, 0))
    while (turnsLeft() > 0) takeTurn()
    expect(log.slice(6)).toEqual(['second 1', 'second done'])
  })

  it('is finished at once for whoever needs its result', () => {
    const { checks, check, log, takeTurn, turnsLeft } = start()
    checks.schedule('a.md', check('first', 9, 3))
    checks.finish('a.md')
    expect(log.at(-1)).toBe('first done')
    while (turnsLeft() > 0) takeTurn()
    expect(log).toHaveLength(10)
  })

  it('is not made for a document that was closed', () => {
    const { checks, check, log, takeTurn, turnsLeft } = start()
    checks.schedule('a.md', check('first', 1, 0))
    checks.drop('a.md')
    while (turnsLeft() > 0) takeTurn()
    expect(log).toEqual([])
  })

  it('is told of while it takes long, and no longer', () => {
    const { checks, check, log, takeTurn, turnsLeft } = start()
    checks.schedule('a.md', check('first', 4, 300))
    while (turnsLeft() > 0) takeTurn()
    expect(log).toEqual([
      'first 1',
      'first 2',
      'tells of a.md',
      'first 3',
      'first 4',
      'first done',
      'is silent on a.md',
    ])
    log.length = 0
    checks.schedule('a.md', check('second', 9, 600))
    takeTurn()
    takeTurn()
    checks.schedule('a.md', check('third', 1, 0))
    expect(log).toEqual(['second 1', 'tells of a.md', 'is silent on a.md'])
  })

  it('goes on if nobody can be told of it', () => {
    const { checks, check, log, takeTurn, turnsLeft } = start(() => {
      throw new Error('no such window')
    })
    checks.schedule('a.md', check('first', 3, 600))
    while (turnsLeft() > 0) takeTurn()
    expect(log).toEqual(['first 1', 'Error: no such window', 'first 2', 'first 3', 'first done'])
  })

  it('that fails is logged, and the checks of other documents go on', () => {
    const { checks, check, log, takeTurn, turnsLeft } = start()
    const failing = function* (): Steps<void> {
      yield
      throw new Error('no such line')
    }
    checks.schedule('a.md', failing())
    checks.schedule('b.md', check('other', 1, 0))
    while (turnsLeft() > 0) takeTurn()
    expect(log).toEqual(['Error: no such line', 'other 1', 'other done'])
  })
})
