import { noConfiguration, templateOf } from './config/teamConfiguration.ts'
import { type Beginning, writeNewReport } from './features/newReport.ts'
import type { Service, Surroundings } from './service.ts'
import { defaultTemplate, findTemplate, templates } from './templates/index.ts'
import type { Template } from './templates/template.ts'

/** The template in force, those of the team, and those that are built in; each once. */
export function templatesFor({ settings, team = noConfiguration }: Surroundings): readonly Template[] {
  const fallback = findTemplate(settings?.template ?? defaultTemplate.id) ?? defaultTemplate
  const all = [templateOf(team, fallback), ...Object.values(team.templatesBySeverity), ...templates]
  return all.filter(({ id }, index) => all.findIndex((each) => each.id === id) === index)
}

/** The text of a new report, which is held against its template wherever it is going to be. */
export function beginReport(
  service: Service,
  surroundings: Surroundings,
  template: Template,
  beginning: Beginning,
): string {
  const text = writeNewReport(template, beginning)
  const { recognition, template: inForce } = service.open(text, surroundings).report
  const isKnown = recognition.postmortem && inForce.id === template.id
  return isKnown ? text : writeNewReport(template, beginning, true)
}
