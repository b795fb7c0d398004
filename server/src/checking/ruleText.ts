import { smallest } from '../lists/extremes.ts'

/** A tag for the examples of a rule. Removes the indentation of the source code. */
export function markdown({ raw }: TemplateStringsArray): string {
  return dedent(raw)
}

/** A tag for the explanation of a rule. Joins wrapped lines; blank lines separate paragraphs. */
export function prose({ raw }: TemplateStringsArray): string {
  return dedent(raw)
    .trimEnd()
    .replaceAll(/(?<!\n)\n(?![\n|>]|\s{0,20}(?:- |\d{1,3}\. ))/g, ' ')
}

/** A backslash is literal, except before a backquote. */
function dedent([text = '']: readonly string[]): string {
  const lines = text.replaceAll('\\`', '`').replace(/^\n/, '').split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = smallest(indents)
  return lines
    .map((line, index) => (index === lines.length - 1 && line.trim() === '' ? '' : line.slice(indent)))
    .join('\n')
}
