import { describe, expect, it } from 'vitest'
import { createSlices } from '../../../src/lsp/incidents/slices.ts'

/** A server that handles one of its messages in each turn, and work in the background of it. */
function serverWith(messages: number) {
  let [waiting, clock, isBusy] = [messages, 0, false]
  const giveWay = createSlices({
    nextTurn: (callback) => {
      queueMicrotask(() => {
        waiting = Math.max(0, waiting - 1)
        isBusy &&= waiting > 0
        callback()
      })
    },
    now: () => clock,
    isBusy: () => isBusy,
  })
  return {
    giveWay,
    waiting: () => waiting,
    receive: (count: number) => {
      waiting += count
    },
    checkUntilAllAreHandled: () => {
      isBusy = true
    },
    pass: (milliseconds: number) => {
      clock += milliseconds
    },
  }
}

describe('work in the background', () => {
  it('goes on only when all messages that wait have been handled', async () => {
    const { giveWay, waiting } = serverWith(9)
    await giveWay()
    expect(waiting()).toBe(0)
  })

  it('goes on for a while before it gives way again', async () => {
    const { giveWay, waiting, receive, pass } = serverWith(0)
    await giveWay()
    receive(9)
    pass(5)
    await giveWay()
    expect(waiting()).toBe(9)
    pass(5)
    await giveWay()
    expect(waiting()).toBe(0)
  })

  it('waits for as long as there is a check that somebody waits for', async () => {
    const { giveWay, waiting, checkUntilAllAreHandled } = serverWith(100)
    checkUntilAllAreHandled()
    await giveWay()
    expect(waiting()).toBe(0)
  })
})
