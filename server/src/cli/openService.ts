import type { Files } from '../config/files.ts'
import { diskFiles } from '../diskFiles.ts'
import { createService, type Service } from '../service.ts'
import type { Terminal } from './terminal.ts'

/** A service that logs to standard error. */
export function openService({ writeError, now }: Pick<Terminal, 'writeError' | 'now'>): Service {
  const write = (message: string) => writeError(`${message}\n`)
  return createService({ logger: { warn: write, error: write }, clock: now, files: readOnce(diskFiles) })
}

/** Remembers what was read, since every document asks for the configuration files of the same folders. */
function readOnce({ read, ...others }: Files): Files {
  const known = new Map<string, Promise<string | null>>()
  return {
    ...others,
    read: (address) => {
      const reading = known.get(address) ?? read(address)
      if (known.size === cacheSize) known.clear()
      known.set(address, reading)
      return reading
    },
  }
}

/** More than the folders around one document have, yet little to keep however many documents there are. */
const cacheSize = 4096
