import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runs } from '../../runs.ts'
import { startEditor } from '../editor.ts'
import { anyHistory, createClock, findDifference } from './history.ts'

const servers = { startLived: startEditor, startFresh: startEditor }

beforeAll(() => void vi.spyOn(Date, 'now').mockImplementation(createClock()))
afterAll(() => void vi.restoreAllMocks())

it('answers after any edits what a fresh server answers for the final text', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory(6, 4), async (history) => {
      expect(await findDifference(history, servers)).toBeNull()
    }),
    { seed: 11, numRuns: runs(4) },
  )
})
