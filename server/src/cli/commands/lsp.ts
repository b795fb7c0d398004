import { UsageError } from '../../usageError.ts'
import { defineCommand } from '../command.ts'

export const lsp = defineCommand({
  name: 'lsp',
  usage: 'postmortem lsp --stdio',
  summary: 'Runs the language server, for editors.',
  details: 'It reads requests from standard input and writes answers to standard output.',
  options: {
    stdio: { help: 'talks to the editor over standard input and output; required' },
    clientProcessId: { value: 'ID', help: 'ends when this process ends' },
  },
  examples: [['postmortem lsp --stdio', 'what an editor runs']],
  exitStatus: '0 ended by the editor, 1 ended in any other way, 2 wrong usage.',
  run: async ({ values, names }, terminal) => {
    if (!values.stdio || names.length > 0)
      throw new UsageError('An editor runs the language server: postmortem lsp --stdio.')
    return terminal.serve()
  },
})
