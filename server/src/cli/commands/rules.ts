import type { Rule } from '../../checking/rule.ts'
import { describeRule } from '../../programs/describeRule.ts'
import { readChoice } from '../../readChoice.ts'
import { rules as allRules } from '../../rules/index.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand, writesOutput } from '../command.ts'
import { openService } from '../openService.ts'
import { listFormatOption, readListFormat } from '../options.ts'
import { status } from '../terminal.ts'
import { explainRule } from './explainRule.ts'

export const rules = defineCommand({
  name: 'rules',
  usage: 'postmortem rules [ID]',
  summary: 'Lists the rules, or explains one of them.',
  details: 'The severities are the defaults, without any configuration.',
  words: allRules.map(({ id }) => id),
  options: { format: listFormatOption },
  reads: 'nothing.',
  writes: writesOutput,
  examples: [
    ['postmortem rules', 'all of them, with what each asks for'],
    ['postmortem rules section-missing', 'why it matters, its options, its fixes, examples'],
  ],
  exitStatus: '0 done, 2 wrong usage.',
  run: async ({ values, names }, terminal) => {
    const [id, ...others] = names
    if (others.length > 0) throw new UsageError('Name one rule, or none for a list.')
    const format = readListFormat(values.format)
    const service = openService(terminal)
    const describe = (rule: Rule) => describeRule(rule, service)
    const chosen = id === undefined ? null : findRule(id)
    if (format === 'json') {
      const described = chosen === null ? allRules.map(describe) : describe(chosen)
      await terminal.write(`${JSON.stringify(described, null, 2)}\n`)
    } else await terminal.write(chosen === null ? listRules() : explainRule(describe(chosen), terminal))
    return status.clean
  },
})

function findRule(id: string): Rule {
  const ids = allRules.map((rule) => rule.id)
  return allRules[ids.indexOf(readChoice(id, ids, 'rule', 'postmortem rules lists them.'))] as Rule
}

function listRules(): string {
  const width = (column: 'id' | 'severity') => Math.max(...allRules.map((rule) => rule[column].length))
  return allRules
    .map(({ id, severity, summary }) => {
      return `${id.padEnd(width('id'))}  ${severity.padEnd(width('severity'))}  ${summary}\n`
    })
    .join('')
}
