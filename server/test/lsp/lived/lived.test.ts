import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { loadVariants } from '../../../../scripts/markdown/loadVariants.mjs'
import { runs } from '../../runs.ts'
import type * as editor from '../editor.ts'
import { startEditor } from '../editor.ts'
import { anyHistory, createClock, findDifference } from './history.ts'
import { smallLeaves } from './smallLeaves.ts'

const [divided] = await loadVariants<typeof editor>('server/test/lsp/editor.ts', [smallLeaves])
const servers = { startLived: divided!.startEditor, startFresh: startEditor }

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
