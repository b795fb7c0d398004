import { type CompletedCommand, type CompletedOption, type WriteScript, wordsOf } from './completed.ts'

/** For `source`, and for a file `_postmortem` in a folder of `fpath`. */
export const writeZsh: WriteScript = (commands) => `#compdef postmortem
# source <(postmortem completion zsh)
_postmortem() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT -= 1 ))
  case $words[1] in
${commands.map(writeCommand).join('\n')}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _postmortem "$@"
else
  compdef _postmortem postmortem
fi
`

function writeCommand({ name, options, words }: CompletedCommand): string {
  const others = words === null ? "'*:file:_files'" : quote(`*:name:(${words.join(' ')})`)
  const lines = [...options.map(writeOption), others].map((each) => `        ${each}`)
  return `    ${name})\n      _arguments \\\n${lines.join(' \\\n')}\n      ;;`
}

function writeOption(option: CompletedOption): string {
  const { name, help, value, words, repeats } = option
  const text = `[${help.replace(/[\\\]:[]/g, '\\$&')}]`
  const mark = repeats ? '*' : ''
  if (value === null) return quote(`${mark}--${name}${text}`)
  const values = words === null ? '_files' : words.length === 0 ? ' ' : `(${wordsOf(option).join(' ')})`
  return quote(`${mark}--${name}=${text}:${value}:${values}`)
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
