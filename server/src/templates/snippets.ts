import { defaultTemplate, templates } from './index.ts'
import { toSnippet } from './placeholders.ts'
import { renderReport, renderSection } from './render.ts'
import { defaultStyle } from './style.ts'
import type { Template } from './template.ts'

/** A snippet as editors read it from a file, where its key is its name. */
export interface Snippet {
  readonly prefix: string
  readonly description: string
  readonly body: readonly string[]
  readonly isFileTemplate?: true
}

/** Snippets for each template, for each of its sections, and for the two lines that are written most. */
export function makeSnippets(): Readonly<Record<string, Snippet>> {
  return Object.fromEntries([
    ...templates.flatMap(snippetsOf),
    ['Timeline entry', { prefix: 'pm-entry', description: 'One event of the timeline', body: lines(entry) }],
    [
      'Action item',
      { prefix: 'pm-task', description: 'A task that someone can tick off', body: lines(task) },
    ],
  ])
}

const entry = '- {{HH:MM}} {{time zone}} - {{What happened.}}'
const task = '- [ ] {{a specific task}} (owner: {{who}}, due: {{YYYY-MM-DD}})'

function snippetsOf(template: Template): readonly (readonly [string, Snippet])[] {
  const whole: Snippet = {
    prefix: `pm-${template.id}`,
    description: template.description,
    body: lines(renderReport(template, defaultStyle)),
    isFileTemplate: true,
  }
  const prefix = template === defaultTemplate ? 'pm' : `pm-${template.id}`
  const sections = template.sections.map((section): readonly [string, Snippet] => [
    `${template.name}: ${section.title}`,
    {
      prefix: `${prefix}-${section.id}`,
      description: section.guidance,
      body: lines(renderSection(section, defaultStyle)),
    },
  ])
  return [[`${template.name} postmortem`, whole], ...sections]
}

function lines(text: string): readonly string[] {
  return toSnippet(text).split('\n')
}
