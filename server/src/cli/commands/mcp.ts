import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError } from '../../usageError.ts'
import { defineCommand } from '../command.ts'
import { speakJsonRpc } from '../mcp/jsonRpc.ts'
import { answerPrograms } from '../mcp/server.ts'
import { status } from '../terminal.ts'

export const mcp = defineCommand({
  name: 'mcp',
  usage: 'postmortem mcp --stdio [FOLDER…]',
  summary: 'Runs a server for the Model Context Protocol, for programs that draft reports.',
  details:
    'A program can check, fix, read and begin reports with it, and have rules explained. It reads files in the FOLDERs and nowhere else; without one, in the folders that the program names as its roots, or else in the current folder.',
  options: { stdio: { help: 'talks to the program over standard input and output; required' } },
  reads: 'Markdown and configuration files in the FOLDERs, and nothing outside of them.',
  writes: 'standard output, and no file: the program saves the texts that it is given.',
  examples: [
    ['postmortem mcp --stdio incidents/', 'what a program runs that may read one folder'],
    ['postmortem mcp --stdio', 'the folders that the program is working in'],
  ],
  exitStatus: '0 ended by the program, 2 wrong usage.',
  run: async ({ values, names }, terminal) => {
    if (!values.stdio) throw new UsageError('A program runs this server: postmortem mcp --stdio.')
    for (const name of names) {
      const found = await stat(resolve(terminal.folder, name)).catch(() => null)
      if (!found?.isDirectory()) throw new UsageError(`There is no folder "${name}".`)
    }
    await speakJsonRpc(
      terminal.readChunks(),
      (line) => terminal.write(`${line}\n`),
      (peer) => answerPrograms(names, terminal, peer),
    )
    return status.clean
  },
})
