import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { findOwn } from '../../src/cli/watch.ts'

it('a check is not repeated for what it writes itself: its outputs and its cache', () => {
  const at = (path: string) => resolve('/team', path)
  const isOwn = findOwn(
    { outputs: [{ format: 'json', path: 'all.json' }], cacheFolder: at('cache') },
    at('.'),
  )
  expect(['all.json', 'cache', 'cache/0.findings', 'a.md', 'cached.md'].map(at).map(isOwn)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
