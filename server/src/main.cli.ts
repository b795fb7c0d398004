import { text } from 'node:stream/consumers'
import { run } from './cli/run.ts'

/** The version of the package, put in when the bundle is made. */
declare const POSTMORTEM_VERSION: string

const terminal = {
  write: (output: string) => void process.stdout.write(output),
  writeError: (output: string) => void process.stderr.write(output),
  readInput: () => text(process.stdin),
  folder: process.cwd(),
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
}

// A reader that closes the pipe early, as `head` does, has seen what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
run(process.argv.slice(2), terminal, POSTMORTEM_VERSION).then((status) => {
  process.exitCode = status
})
