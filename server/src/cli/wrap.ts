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
