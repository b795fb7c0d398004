import { templatesFor } from '../../beginReport.ts'
import type { Template, TemplateSection } from '../../templates/template.ts'
import { defineCommand, writeTable } from '../command.ts'
import { openService } from '../openService.ts'
import { listFormatOption, readChoice, readListFormat } from '../options.ts'
import { configurationOptions, TeamConfigurations } from '../teamConfiguration.ts'
import { status, type Terminal, UsageError } from '../terminal.ts'
import { wrap } from '../wrap.ts'

export const templates = defineCommand({
  name: 'templates',
  usage: 'postmortem templates [ID]',
  summary: 'Lists the templates, or explains one of them.',
  details: 'Those of your team come first, as configured for the current folder.',
  options: { format: listFormatOption, config: configurationOptions.config },
  examples: [
    ['postmortem templates', 'all of them, with what each is for'],
    ['postmortem templates google-sre', 'its sections, and what belongs there'],
    ['postmortem new - --template google-sre', 'the template itself'],
  ],
  exitStatus: '0 done, 2 wrong usage or unreadable configuration.',
  run: async ({ values, names }, terminal) => {
    const [id, ...others] = names
    if (others.length > 0) throw new UsageError('Name one template, or none for a list.')
    const format = readListFormat(values.format)
    const configurations = await TeamConfigurations.from(openService(terminal), terminal, values)
    const all = templatesFor({ team: await configurations.in(terminal.folder) })
    const chosen = id === undefined ? null : findById(id, all)
    if (format === 'json') await terminal.write(`${JSON.stringify(chosen ?? all, null, 2)}\n`)
    else await terminal.write(chosen === null ? listTemplates(all) : explainTemplate(chosen, terminal))
    return status.clean
  },
})

export function findById(id: string, all: readonly Template[]): Template {
  const ids = all.map((template) => template.id)
  return all[ids.indexOf(readChoice(id, ids, 'template'))] as Template
}

function listTemplates(all: readonly Template[]): string {
  const rows = all.map(({ id, description }) => [id, description] as const)
  return `${writeTable(rows)}\n\nIn force in the current folder: ${all[0]?.id}.\n`
}

function explainTemplate({ id, name, description, words, sections }: Template, terminal: Terminal): string {
  const blocks = [
    wrap(`${id}: ${name}. ${description}`, terminal),
    words === null ? 'Length: any.' : `Length: ${words.min} to ${words.max} words.`,
    'Sections:',
    ...sections.map((section) => explainSection(section, terminal)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function explainSection(
  { id, title, required, aliases, guidance }: TemplateSection,
  terminal: Terminal,
): string {
  return [
    `  ${title} (${id}${required ? '' : ', optional'})`,
    wrap(guidance, terminal, '    '),
    ...(aliases.length === 0 ? [] : [wrap(`Also called: ${aliases.join(', ')}.`, terminal, '    ')]),
  ].join('\n')
}
