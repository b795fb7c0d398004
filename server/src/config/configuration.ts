import { joinWithOr, sentence } from '../messages/sentence.ts'
import { defaultTemplate, findTemplate, templates } from '../templates/index.ts'
import type { Template } from '../templates/template.ts'
import { pathFrom } from './address.ts'
import type { audiences, dateOrders, WrittenConfiguration } from './configurationSchema.ts'
import type { FrontMatter } from './frontMatter.ts'
import { matchesGlobs } from './glob.ts'
import { error, type Problem } from './problem.ts'
import { mergeRules, type RuleSettings, toRuleSettings } from './ruleSchema.ts'
import { noConfiguration, type TeamConfiguration, templateOf } from './teamConfiguration.ts'
import { findNearest, quote } from './wording.ts'

/** What holds for one document, after everyone who has a say was heard. */
export interface Configuration {
  readonly template: Template
  /** Whether somebody chose it; if nobody did, the report may plainly follow another one. */
  readonly isTemplateChosen: boolean
  readonly templatesBySeverity: Readonly<Record<string, Template>>
  /** Whether the document is a report because somebody says so, or is none; `null`: its content decides. */
  readonly isReport: boolean | null
  /** `assumed`: the team's zone, for times that come without one; else the document's own word. */
  readonly timeZone: { readonly name: string; readonly assumed: boolean } | null
  readonly zoneAbbreviations: Readonly<Record<string, string>>
  readonly dateOrder: (typeof dateOrders)[number] | null
  readonly audience: (typeof audiences)[number] | null
  readonly actions: NonNullable<WrittenConfiguration['actions']>
  readonly rules: RuleSettings
  /** What is wrong in the front matter; ranges are in the document. */
  readonly problems: readonly Problem[]
}

/** Everyone who has a say, each over the one before: defaults < template < editor < files < front matter. */
export interface Layers {
  /** The template that the editor's settings, or the command line, name. */
  readonly template: Template
  /** Whether that was asked for so plainly that no file may say otherwise, as on the command line. */
  readonly insist: boolean
  readonly team: TeamConfiguration
  /** Where the document is; `null` for one that is in no folder. */
  readonly address: string | null
}

export const defaultLayers: Layers = {
  template: defaultTemplate,
  insist: false,
  team: noConfiguration,
  address: null,
}

/** Makes the function from front matter to configuration; what the files make of the template is worked out once. */
export function configurationFor(layers: Layers): (frontMatter: FrontMatter) => Configuration {
  const { team, address } = layers
  const template = layers.insist ? layers.template : templateOf(team, layers.template)
  const isChosen =
    layers.insist ||
    layers.template !== defaultTemplate ||
    team.template !== null ||
    template !== defaultTemplate
  const isListed = address !== null && isNamed(address, team)
  return (frontMatter) => {
    const chosen = layers.insist ? template : chooseTemplate(frontMatter, template, team)
    const { written, problems } = frontMatter
    const { defaultTimeZone, dateOrder, audience } = team.said
    return {
      template: chosen ?? template,
      isTemplateChosen: isChosen || written.template !== undefined || chosen !== template,
      templatesBySeverity: team.templatesBySeverity,
      isReport: frontMatter.isReport ?? (isListed ? true : null),
      timeZone:
        written.timeZone !== undefined
          ? { name: written.timeZone, assumed: false }
          : defaultTimeZone !== undefined
            ? { name: defaultTimeZone, assumed: true }
            : null,
      zoneAbbreviations: team.zoneAbbreviations,
      dateOrder: written.dateOrder ?? dateOrder ?? null,
      audience: written.audience ?? audience ?? null,
      actions: team.actions,
      rules: mergeRules([team.rules, toRuleSettings(written.rules)]),
      problems: chosen === null ? [...problems, unknownTemplate(frontMatter, template, team)] : problems,
    }
  }
}

function isNamed(address: string, { files }: TeamConfiguration): boolean {
  const path = files === null ? null : pathFrom(files.folder, address)
  return files !== null && path !== null && matchesGlobs(path, files.globs)
}

/** A template named outright, else the one for the severity, else the one that holds anyway; `null`: not there. */
function chooseTemplate(
  { written, severity }: FrontMatter,
  template: Template,
  { templatesBySeverity }: TeamConfiguration,
): Template | null {
  if (written.template !== undefined) {
    const own = [template, ...Object.values(templatesBySeverity)]
    return own.find(({ id }) => id === written.template) ?? findTemplate(written.template) ?? null
  }
  const wanted = severity?.toLowerCase()
  const key = Object.keys(templatesBySeverity).find((each) => each.toLowerCase() === wanted)
  return (key === undefined ? undefined : templatesBySeverity[key]) ?? template
}

/** The ids by which front matter can name a template: those built in, and those that the configuration makes. */
export function knownTemplates({
  template,
  templatesBySeverity,
}: Pick<Configuration, 'template' | 'templatesBySeverity'>): readonly string[] {
  const known = [...templates, template, ...Object.values(templatesBySeverity)]
  return [...new Set(known.map(({ id }) => id))]
}

function unknownTemplate(
  { written, templateRange }: FrontMatter,
  template: Template,
  { templatesBySeverity }: TeamConfiguration,
): Problem {
  const name = written.template ?? ''
  const ids = knownTemplates({ template, templatesBySeverity })
  const nearest = findNearest(name, ids)
  const advice =
    nearest === null
      ? sentence`Write ${joinWithOr(ids.map(quote))}.`
      : sentence`Did you mean ${quote(nearest)}?`
  const range = templateRange ?? { start: 0, end: 0 }
  return error(range, sentence`There is no template ${quote(name)}. ${advice}`, nearest)
}
