import { type FSWatcher, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathInside } from '../pathInside.ts'
import { UsageError } from '../usageError.ts'
import { lintDocuments, type Request } from './lintDocuments.ts'
import type { Terminal } from './terminal.ts'
import { describeTrouble } from './trouble.ts'

/** Checks again whenever something changes in the folders that were searched. It ends with the process. */
export async function lintOnChange(request: Request, terminal: Terminal): Promise<never> {
  const isOwn = findOwn(request, terminal.folder)
  for (;;) {
    const folders = watchFolders((path) => !isOwn(path))
    await lintDocuments(request, terminal, folders.add)
    terminal.writeError('Watching for changes. Press Ctrl+C to end.\n')
    await folders.changed
    folders.close()
    terminal.writeError('Checking…\n')
  }
}

/** Knows what a check itself writes, which is no reason for another one. */
export function findOwn(
  { outputs, cacheFolder }: Pick<Request, 'outputs' | 'cacheFolder'>,
  folder: string,
): (path: string) => boolean {
  const own = outputs.map(({ path }) => resolve(folder, path))
  return (path) => own.includes(path) || (cacheFolder !== null && pathInside(cacheFolder, path) !== null)
}

/** Watches a folder from the moment that it is added, so that no change after that is missed. */
function watchFolders(matters: (path: string) => boolean) {
  const watched = new Map<string, FSWatcher>()
  let report = () => {}
  const changed = new Promise<void>((resolve) => {
    report = resolve
  })
  let timer: NodeJS.Timeout | undefined
  const notice = () => {
    clearTimeout(timer)
    timer = setTimeout(report, settling)
  }
  return {
    changed,
    add: (folder: string) => {
      if (watched.has(folder)) return
      const watcher = startWatching(folder, (name) => {
        if (name === null || matters(join(folder, name))) notice()
      })
      // A folder that is deleted has changed, and so has the folder that it was in.
      watcher.on('error', notice)
      watched.set(folder, watcher)
    },
    close: () => {
      for (const watcher of watched.values()) watcher.close()
    },
  }
}

function startWatching(folder: string, onChange: (name: string | null) => void): FSWatcher {
  try {
    return watch(folder, (_, name) => onChange(name))
  } catch (error) {
    const isTooMany = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    const reason = isTooMany ? 'the system allows no more watchers' : describeTrouble(error)
    throw new UsageError(`The folder "${folder}" cannot be watched: ${reason}.`)
  }
}

/** In milliseconds. An editor saves a file in several steps. */
const settling = 100
