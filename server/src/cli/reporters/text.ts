import { styleText } from 'node:util'
import type { LintedFile, PlacedFinding } from '../../checking/lintedFile.ts'
import type { Severity } from '../../checking/rule.ts'
import { addFile, countFindings, noTotals, summarize } from '../totals.ts'
import { excerpt } from './excerpt.ts'
import type { Reporter, Surroundings } from './reporter.ts'
import { toVisible } from './visible.ts'

type Style = Parameters<typeof styleText>[0]

type Paint = (text: string, style: Style) => string

const colors: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
}

/** For people: file by file, each finding with its line, then a summary. */
export const reportAsText: Reporter = async function* (files, surroundings) {
  // Node.js before 20.12 has no `styleText`. The stream need not be validated: `color` has settled the question.
  const hasColors = surroundings.color && typeof styleText === 'function'
  const paint: Paint = (text, style) => (hasColors ? styleText(style, text, { validateStream: false }) : text)
  let totals = noTotals
  for await (const file of files) {
    totals = addFile(totals, file)
    if (file.findings.length > 0) yield describeFile(file, paint, surroundings)
  }
  if (!surroundings.quiet) yield `${summarize(totals)}\n`
}

function describeFile(
  { name, lines, findings }: LintedFile,
  paint: Paint,
  surroundings: Surroundings,
): string {
  const texts = new Map(lines.map(({ line, text }) => [line, text]))
  const heading = `${paint(toVisible(name), 'bold')}: ${countFindings(findings)}`
  const blocks = findings.map((finding) => describeFinding(finding, name, texts, paint, surroundings))
  return `${[heading, ...blocks].join('\n')}\n`
}

function describeFinding(
  finding: PlacedFinding,
  name: string,
  texts: ReadonlyMap<number, string>,
  paint: Paint,
  { columns }: Surroundings,
): string {
  const { rule, severity, message, line, column, endLine, endColumn } = finding
  const color = colors[severity]
  const place = paint(toVisible(`${name}:${line}:${column}`), 'cyan')
  const source = texts.get(line) ?? ''
  const start = column - 1
  const end = endLine === line ? endColumn - 1 : source.length
  const gutter = ' '.repeat(String(line).length)
  const { shown, marks } = excerpt(source, start, end, (columns ?? defaultWidth) - gutter.length - 5)
  return [
    `${place} ${paint(severity, color)} ${toVisible(message)} ${paint(rule, 'gray')}`,
    `  ${paint(`${line} |`, 'gray')} ${shown}`,
    `  ${paint(`${gutter} |`, 'gray')} ${' '.repeat(marks.before)}${paint('^'.repeat(marks.length), color)}`,
    '',
  ].join('\n')
}

/** The width of output that is not a terminal, so that it is the same everywhere. */
const defaultWidth = 100
