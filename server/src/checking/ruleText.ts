/** An example of a rule as it stands in a file: a tag that takes away the indentation of the source. */
export function markdown({ raw }: TemplateStringsArray): string {
  return dedent(raw)
}

/** The explanation of a rule: paragraphs, which the source may wrap, with a blank line between them. */
export function prose({ raw }: TemplateStringsArray): string {
  return dedent(raw)
    .trimEnd()
    .replaceAll(/(?<!\n)\n(?![\n|>]|\s*(?:- |\d+\. ))/g, ' ')
}

/** A backslash stands for itself, except before a backquote. */
function dedent([text = '']: readonly string[]): string {
  const lines = text.replaceAll('\\`', '`').replace(/^\n/, '').split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = Math.min(...indents)
  return lines
    .map((line, index) => (index === lines.length - 1 && line.trim() === '' ? '' : line.slice(indent)))
    .join('\n')
}
