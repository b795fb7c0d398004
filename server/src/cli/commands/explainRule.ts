import type { Example } from '../../checking/rule.ts'
import type { OptionDescription, RuleDescription } from '../../programs/describeRule.ts'
import { writeTable } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { wrap } from '../wrap.ts'

/** The page that `postmortem rules ID` prints. */
export function explainRule(rule: RuleDescription, terminal: Terminal): string {
  const { id, summary, explanation, options, fixes, examples } = rule
  const blocks = [
    wrap(`${id}: ${summary}`, terminal),
    wrap(explanation, terminal),
    wrap(`Severity: ${describeSeverity(rule)}`, terminal),
    ...(options.length > 0 ? [`Options:\n${writeTable(options.map(describeOption))}`] : []),
    ...(fixes.length > 0
      ? [`Fixes:\n${fixes.map((fix) => wrap(describeFix(fix), terminal, '  ')).join('\n')}`]
      : []),
    ...examples.bad.flatMap((example) => [
      'Wrong:',
      ...showExample(example),
      ...example.messages.map((message) => wrap(`→ ${message}`, terminal, '  ')),
    ]),
    ...examples.good.flatMap((example) => ['Right:', ...showExample(example)]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function describeSeverity({ severity, severityIn, severityWhen }: RuleDescription): string {
  const inTemplates = Object.entries(severityIn).map(([id, level]) => `${level} in the template ${id}`)
  const demanded = Object.entries(severityWhen).map(
    ([demand, level]) => `${level} where the configuration says "${demand}"`,
  )
  return [severity, ...inTemplates, ...demanded].join('; ')
}

function describeOption({ name, takes, default: value, description }: OptionDescription): [string, string] {
  return [name, `${description} (${takes}; ${JSON.stringify(value)} by default)`]
}

function describeFix({ title, safe }: RuleDescription['fixes'][number]): string {
  return safe ? `${title} (made by lint --fix)` : title
}

/** The report, and the others of its folder by their names. */
function showExample({ text, others = {} }: Example): readonly string[] {
  return [
    quote(text),
    ...Object.entries(others).flatMap(([file, other]) => [`  Beside it, in ${file}:`, quote(other)]),
  ]
}

function quote(text: string): string {
  return text.trimEnd().replace(/^(?=.)/gm, '    ')
}
