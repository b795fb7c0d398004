import { UsageError } from '../../usageError.ts'
import { defineCommand } from '../command.ts'

export const lsp = defineCommand({
  name: 'lsp',
  usage: 'postmortem lsp --stdio',
  summary: 'Runs the language server, for editors.',
  details:
    'Your editor starts it, so put this command into its settings for Markdown. The documentation explains how in Neovim, Helix, Emacs, JetBrains, Kakoune and Sublime Text; in Zed, a task runs postmortem lint instead. It speaks the Language Server Protocol over standard input and output.',
  options: {
    stdio: { help: 'talks to the editor over standard input and output; required' },
    clientProcessId: { value: 'ID', help: 'ends when this process ends' },
  },
  reads: 'what the editor sends, and the .postmortem.yml nearest to each document that is open.',
  writes: 'standard output, and no file: the editor makes the changes that you choose.',
  examples: [
    ['postmortem lsp --stdio', 'what an editor runs'],
    ['postmortem lsp --stdio --clientProcessId 4711', 'ends with that editor, even if it crashes'],
  ],
  exitStatus: '0 ended by the editor, 1 ended in any other way, 2 wrong usage.',
  run: async ({ values, names }, terminal) => {
    if (!values.stdio || names.length > 0)
      throw new UsageError('An editor runs the language server: postmortem lsp --stdio.')
    return terminal.serve()
  },
})
