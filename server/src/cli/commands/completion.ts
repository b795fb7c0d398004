import { listOf, readChoice } from '../../readChoice.ts'
import { UsageError } from '../../usageError.ts'
import { type Command, defineCommand, writesOutput } from '../command.ts'
import { writeBash } from '../completion/bash.ts'
import { toCompleted } from '../completion/completed.ts'
import { writeFish } from '../completion/fish.ts'
import { writeZsh } from '../completion/zsh.ts'
import { status } from '../terminal.ts'

const scripts = { bash: writeBash, zsh: writeZsh, fish: writeFish } as const

const shells = Object.keys(scripts) as (keyof typeof scripts)[]

/** Completes all commands, itself included. */
export function defineCompletion(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: 'completion',
    usage: 'postmortem completion SHELL',
    summary: 'Prints a script that completes commands and options in a shell.',
    details: `SHELL is ${listOf(shells)}. To complete in every new shell, add the line of its example to ~/.bashrc, to ~/.zshrc after compinit, or to ~/.config/fish/config.fish.`,
    words: shells,
    options: {},
    reads: 'nothing.',
    writes: writesOutput,
    examples: [
      ['source <(postmortem completion bash)', 'in bash'],
      ['source <(postmortem completion zsh)', 'in zsh'],
      ['postmortem completion fish | source', 'in fish'],
    ],
    exitStatus: '0 done, 2 wrong usage.',
    run: async ({ names: [shell, ...others] }, terminal) => {
      if (shell === undefined || others.length > 0) throw new UsageError(`Name one shell: ${listOf(shells)}.`)
      const write = scripts[readChoice(shell, shells, 'completion for the shell')]
      await terminal.write(write(commands().map(toCompleted)))
      return status.clean
    },
  })
}
