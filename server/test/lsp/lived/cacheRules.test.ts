import { expect, it } from 'vitest'
import { loadVariants } from '../../../../scripts/markdown/loadVariants.mjs'
import type * as editor from '../editor.ts'
import { startEditor } from '../editor.ts'
import { cacheRules, removeCacheRule, switchable } from './cacheRules.ts'
import { findDifference } from './history.ts'
import { smallLeaves } from './smallLeaves.ts'

const [switched] = await loadVariants<typeof editor>('server/test/lsp/editor.ts', [
  [...switchable, ...smallLeaves],
])
const servers = { startLived: switched!.startEditor, startFresh: startEditor }

it.each(cacheRules)(
  'answers are fresh because $name, and wrong without that rule',
  async ({ name, wrong }) => {
    removeCacheRule(null)
    expect(await findDifference(wrong, servers)).toBeNull()
    removeCacheRule(name)
    expect(await findDifference(wrong, servers)).not.toBeNull()
  },
)
