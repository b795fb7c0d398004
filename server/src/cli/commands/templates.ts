import { chooseTemplate, templatesFor } from '../../beginReport.ts'
import { templates as builtIn } from '../../templates/index.ts'
import type { Template, TemplateSection } from '../../templates/template.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand, writeTable } from '../command.ts'
import { writeHouseTemplate } from '../houseTemplate.ts'
import { openService } from '../openService.ts'
import { listFormatOption, readListFormat } from '../options.ts'
import { configurationOptions, TeamConfigurations } from '../teamConfiguration.ts'
import { status, type Terminal } from '../terminal.ts'
import { wrap } from '../wrap.ts'

export const templates = defineCommand({
  name: 'templates',
  usage: 'postmortem templates [ID]',
  summary: 'Lists the templates, explains one, or derives one from your reports.',
  details:
    'Those of your team come first, as configured for the current folder. With --from, a template is derived from the reports of a folder: the titles that most of them share, with their order and their fields. It is printed as a configuration file; --write writes it to .postmortem.yml in that folder. Existing files are never overwritten.',
  words: builtIn.map(({ id }) => id),
  options: {
    format: listFormatOption,
    config: configurationOptions.config,
    from: { value: 'FOLDER', help: 'derives a template from the reports of this folder' },
    write: { help: 'with --from, writes the template to .postmortem.yml in that folder' },
  },
  reads: 'the .postmortem.yml nearest to the current folder. With --from, the reports of that folder.',
  writes: 'standard output, or with --write a new .postmortem.yml in that folder.',
  examples: [
    ['postmortem templates', 'all of them, with what each is for'],
    ['postmortem templates google-sre', 'its sections, and what belongs there'],
    ['postmortem new - --template google-sre', 'the template itself'],
    ['postmortem templates --from incidents/', 'the template that those reports have in common'],
  ],
  exitStatus: '0 done, 2 wrong usage, unreadable configuration, too few reports, or the file already exists.',
  run: async ({ values, names }, terminal) => {
    const [id, ...others] = names
    if (others.length > 0) throw new UsageError('Name one template, or none for a list.')
    const { from, write = false, config } = values
    if (write && from === undefined) throw new UsageError('--write needs --from.')
    if (from !== undefined && (id !== undefined || values.format !== undefined))
      throw new UsageError('--from takes a folder, and neither an ID nor --format goes with it.')
    const format = readListFormat(values.format)
    const chosen = config === undefined ? {} : { config }
    const configurations = await TeamConfigurations.from(openService(terminal), terminal, chosen)
    if (from !== undefined) return writeHouseTemplate(from, write, configurations, terminal)
    const all = templatesFor({ team: await configurations.in(terminal.folder) })
    const explained = id === undefined ? null : chooseTemplate(id, all)
    if (format === 'json') await terminal.write(`${JSON.stringify(explained ?? all, null, 2)}\n`)
    else await terminal.write(explained === null ? listTemplates(all) : explainTemplate(explained, terminal))
    return status.clean
  },
})

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
