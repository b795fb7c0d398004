import type { Files } from '../config/files.ts'
import { diskFiles } from '../diskFiles.ts'
import { createService, type Service } from '../service.ts'
import type { Terminal } from './terminal.ts'

/** The engine, with its complaints going where a terminal's user sees them. */
export function openService({ writeError, now }: Terminal): Service {
  const write = (message: string) => writeError(`${message}\n`)
  return createService({ logger: { warn: write, error: write }, clock: now, files: readOnce(diskFiles) })
}

/** Asks but once whether a folder has configuration, as long as it works near there. */
function readOnce({ read }: Files): Files {
  const known = new Map<string, Promise<string | null>>()
  return {
    read: (address) => {
      const reading = known.get(address) ?? read(address)
      if (known.size === mostKnown) known.clear()
      known.set(address, reading)
      return reading
    },
  }
}

/** More than the folders around a document can have, and little to hold for however many there are. */
const mostKnown = 4096
