import { diskFiles } from '../diskFiles.ts'
import { createService, type Service } from '../service.ts'
import type { Terminal } from './terminal.ts'

/** The engine, with its complaints going where a terminal's user sees them. */
export function openService(terminal: Terminal): Service {
  const write = (message: string) => terminal.writeError(`${message}\n`)
  return createService({ logger: { warn: write, error: write }, clock: Date.now, files: diskFiles })
}
