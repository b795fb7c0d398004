import { type CompletedCommand, type CompletedOption, type WriteScript, wordsOf } from './completed.ts'

/** Works with bash 3.2, which macOS has. Where no words are given, bash completes files. */
export const writeBash: WriteScript = (commands) => `# source <(postmortem completion bash)
_postmortem() {
  local current=\${COMP_WORDS[COMP_CWORD]} option=\${COMP_WORDS[COMP_CWORD-1]} words=
  # bash takes an equals sign for a word of its own.
  if [ "$current" = = ]; then
    current=
  elif [ "$option" = = ]; then
    option=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}'
  else
    case "\${COMP_WORDS[1]} $option" in
${commands.flatMap(writeOptions).join('\n')}
      *)
        case "\${COMP_WORDS[1]} $current" in
${commands.map(writeCommand).join('\n')}
        esac
        ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "\${COMPREPLY[0]-}" in
    *=) compopt -o nospace 2>/dev/null || : ;;
  esac
}
complete -o default -F _postmortem postmortem
`

function writeOptions({ name, options }: CompletedCommand): readonly string[] {
  return options
    .filter(({ value }) => value !== null)
    .map((option) => `      '${name} --${option.name}') words='${wordsOf(option).join(' ')}' ;;`)
}

function writeCommand({ name, options, words }: CompletedCommand): string {
  const names = options.map(toWord).join(' ')
  const others = words === null ? '' : `\n          ${name}\\ *) words='${words.join(' ')}' ;;`
  return `          ${name}\\ -*) words='${names}' ;;${others}`
}

function toWord({ name }: CompletedOption): string {
  return `--${name}`
}
