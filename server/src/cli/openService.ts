import type { Files } from '../config/files.ts'
import { diskFiles } from '../diskFiles.ts'
import { createService, type Service } from '../service.ts'
import type { Terminal } from './terminal.ts'

/** The engine, with its complaints going where a terminal's user sees them. */
export function openService({ writeError, now }: Terminal): Service {
  const write = (message: string) => writeError(`${message}\n`)
  return createService({ logger: { warn: write, error: write }, clock: now, files: readOnce(diskFiles) })
}

/** A command sees one state of the configuration, and asks but once whether a folder has any. */
function readOnce({ read }: Files): Files {
  const known = new Map<string, Promise<string | null>>()
  return {
    read: (address) => {
      const reading = known.get(address) ?? read(address)
      known.set(address, reading)
      return reading
    },
  }
}
