import { noConfiguration, templateOf } from './config/teamConfiguration.ts'
import { type Beginning, writeNewReport } from './features/newReport.ts'
import { readChoice } from './readChoice.ts'
import type { Service, Surroundings } from './service.ts'
import { defaultTemplate, findTemplate, templates } from './templates/index.ts'
import type { Template } from './templates/template.ts'

/** Lists the template in force, the team's other templates, and the built-in ones, each once. */
export function templatesFor({ settings, team = noConfiguration }: Surroundings): readonly Template[] {
  const fallback = findTemplate(settings?.template ?? defaultTemplate.id) ?? defaultTemplate
  const all = [templateOf(team, fallback), ...Object.values(team.templatesBySeverity), ...templates]
  return all.filter(({ id }, index) => all.findIndex((each) => each.id === id) === index)
}

/** Throws a `UsageError` that suggests the id that was probably meant. */
export function chooseTemplate(id: string, all: readonly Template[]): Template {
  const ids = all.map((template) => template.id)
  return all[ids.indexOf(readChoice(id, ids, 'template'))] as Template
}

/**
 * Writes a new report. If it would not be checked against its template where it goes, its front matter names
 * the template.
 */
export function beginReport(
  service: Service,
  surroundings: Surroundings,
  template: Template,
  beginning: Beginning,
): string {
  const text = writeNewReport(template, beginning)
  const { recognition, template: inForce } = service.open(text, surroundings).report
  const isRecognized = recognition.postmortem && inForce.id === template.id
  return isRecognized ? text : writeNewReport(template, beginning, true)
}
