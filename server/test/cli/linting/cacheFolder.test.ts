import { expect, it } from 'vitest'
import { cacheFolderOn } from '../../../src/cli/linting/cacheFolder.ts'

it.each([
  ['linux', {}, '/home/mira/.cache/postmortem'],
  ['linux', { XDG_CACHE_HOME: '/var/cache/mira' }, '/var/cache/mira/postmortem'],
  ['linux', { XDG_CACHE_HOME: 'relative' }, '/home/mira/.cache/postmortem'],
  ['darwin', { XDG_CACHE_HOME: '/var' }, '/home/mira/Library/Caches/postmortem'],
  ['win32', {}, '\\home\\mira\\AppData\\Local\\postmortem\\Cache'],
  ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'D:\\Local\\postmortem\\Cache'],
])('on %s with %j, files that may be deleted are kept in %s', (platform, env, folder) => {
  expect(cacheFolderOn({ env, platform, home: '/home/mira' })).toBe(folder)
})
