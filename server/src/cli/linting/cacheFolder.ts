import { posix, win32 } from 'node:path'

interface Computer {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly home: string
}

/** The folder for files that may be deleted at any time, where each system keeps them for its user. */
export function cacheFolderOn({ env, platform, home }: Computer): string {
  if (platform === 'win32')
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'postmortem', 'Cache')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'postmortem')
  const given = env.XDG_CACHE_HOME ?? ''
  return posix.join(posix.isAbsolute(given) ? given : posix.join(home, '.cache'), 'postmortem')
}
