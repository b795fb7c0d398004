import type { Terminal } from './terminal.ts'

/** Breaks long lines at spaces. Existing line breaks are kept, as lists and code depend on them. */
export function wrap(text: string, { columns }: Pick<Terminal, 'columns'>, indent = ''): string {
  const width = Math.min(columns ?? maxWidth, maxWidth) - indent.length
  return text
    .split('\n')
    .flatMap((line) => breakLine(line, width))
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n')
}

/** Breaks one line where the terminal ends, with the rest indented. Output that is no terminal keeps it whole. */
export function wrapForTerminal(line: string, { columns }: Pick<Terminal, 'columns'>, indent = ''): string {
  if (columns === null) return `${indent}${line}`
  const rest = `${indent}  `
  return breakLine(line, Math.max(minWidth, columns - rest.length))
    .map((part, index) => `${index === 0 ? indent : rest}${part}`)
    .join('\n')
}

const minWidth = 20
const maxWidth = 100

function breakLine(line: string, width: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (longer.length <= width || current === '') current = longer
    else {
      lines.push(current)
      current = word
    }
  }
  return [...lines, current]
}
