import { type CompletedCommand, type CompletedOption, type WriteScript, wordsOf } from './completed.ts'

/** Where no words are given, fish completes files. */
export const writeFish: WriteScript = (commands) => `# postmortem completion fish | source
${commands.flatMap(writeCommand).join('\n')}
complete -c postmortem -n __fish_use_subcommand -l version -d 'prints the version'
`

function writeCommand({ name, summary, options, words }: CompletedCommand): readonly string[] {
  const inside = `complete -c postmortem -n '__fish_seen_subcommand_from ${name}'`
  return [
    `complete -c postmortem -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
    ...options.map((option) => `${inside} ${writeOption(option)}`),
    ...(words === null ? [] : [`${inside} -f -a ${quote(words.join(' '))}`]),
  ]
}

function writeOption(option: CompletedOption): string {
  const { name, help, value, words } = option
  const takes = value === null ? '' : words === null ? ' -r -F' : ` -x -a ${quote(wordsOf(option).join(' '))}`
  return `-l ${name}${takes} -d ${quote(help)}`
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
