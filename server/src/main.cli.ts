import './quickStart.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, constants, homedir } from 'node:os'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { wantsColor } from './cli/color.ts'
import { cacheFolderOn } from './cli/linting/cacheFolder.ts'
import { digest } from './cli/linting/digest.ts'
import { answerLintTasks } from './cli/linting/lintThread.ts'
import { run } from './cli/run.ts'

/** The version of the package, inserted when the bundle is built. */
declare const POSTMORTEM_VERSION: string

if (parentPort === null) runCommand()
else answerLintTasks(parentPort, workerData)

function runCommand(): void {
  const { stdin, stdout, stderr, env } = process

  const terminal = {
    write: (text: string) => new Promise<void>((resolve) => stdout.write(text, () => resolve())),
    writeError: (text: string) => void stderr.write(text),
    readInput: () => buffer(stdin),
    readChunks: () => stdin,
    folder: process.cwd(),
    repository: env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR || process.cwd(),
    environment: env,
    columns: (stdout.isTTY && stdout.columns) || null,
    color: wantsColor(env, stdout.isTTY === true),
    showsProgress: stderr.isTTY === true && env.TERM !== 'dumb',
    now: Date.now,
    startThread: (data: object) => new Worker(__filename, { workerData: data }),
    processors: availableParallelism(),
    cacheFolder: cacheFolderOn({ env, platform: process.platform, home: homedir() }),
    identify: () =>
      digest(
        readFileSync(__filename),
        JSON.stringify([process.versions, new Intl.Segmenter().resolvedOptions().locale]),
      ),
    version: POSTMORTEM_VERSION,
    rulePages: env.POSTMORTEM_RULE_PAGES || pathToFileURL(resolve(__dirname, '../docs/rules')).href,
    // The server is a bundle of its own, because this one would be twice as large with it.
    serve: () => {
      createRequire(__filename)(resolve(__dirname, 'server.js'))
      return new Promise<never>(() => {})
    },
  }

  // A reader that closes the pipe early, as `head` does, has seen what it wanted.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
  stderr.on('error', () => {})
  // Reports are written synchronously, so none is half written when a signal arrives.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (terminal.showsProgress) terminal.writeError('\r\x1b[K')
      process.exit(128 + constants.signals[signal])
    })
  }
  run(process.argv.slice(2), terminal).then((status) => {
    process.exitCode = status
  })
}
