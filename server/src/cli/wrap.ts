import type { Terminal } from './terminal.ts'

/** Breaks paragraphs into lines that are comfortable to read; the lines of a list or of code stay as they are. */
export function wrap(text: string, { columns }: Pick<Terminal, 'columns'>, indent = ''): string {
  const room = Math.min(columns ?? widest, widest) - indent.length
  return text
    .split('\n')
    .flatMap((line) => breakLine(line, room))
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n')
}

const widest = 100

function breakLine(line: string, room: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (longer.length <= room || current === '') current = longer
    else {
      lines.push(current)
      current = word
    }
  }
  return [...lines, current]
}
