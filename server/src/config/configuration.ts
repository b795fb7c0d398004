import { quote } from '../messages/quote.ts'
import { joinWithOr, sentence } from '../messages/sentence.ts'
import { defaultTemplate, findTemplate, templates } from '../templates/index.ts'
import type { Template } from '../templates/template.ts'
import { pathFrom } from './address.ts'
import type { audiences, dateOrders, WrittenConfiguration } from './configurationSchema.ts'
import { findNearest } from './didYouMean.ts'
import type { FrontMatter } from './frontMatter/frontMatter.ts'
import { findUnknownWords, type StatedProfile } from './frontMatter/profile.ts'
import { matchesGlobs } from './glob.ts'
import { error, type Problem } from './problem.ts'
import { mergeRules, type RuleSettings, toRuleSettings } from './ruleSchema.ts'
import { type FileGlobs, noConfiguration, type TeamConfiguration, templateOf } from './teamConfiguration.ts'

/** The settings in effect for one document, merged from all layers. */
export interface Configuration {
  readonly template: Template
  /** False if nobody chose a template: then the report decides what it is checked against. */
  readonly isTemplateChosen: boolean
  readonly templatesBySeverity: Readonly<Record<string, Template>>
  /** An explicit statement that the document is or is not a report; `null` leaves it to the content. */
  readonly isReport: boolean | null
  /** `assumed` is true for the team's default zone, and false for a zone that the document states. */
  readonly timeZone: { readonly name: string; readonly assumed: boolean } | null
  readonly zoneAbbreviations: Readonly<Record<string, string>>
  readonly dateOrder: (typeof dateOrders)[number] | null
  readonly audience: (typeof audiences)[number] | null
  readonly actions: NonNullable<WrittenConfiguration['actions']>
  /** What the front matter files the report under. */
  readonly profile: StatedProfile
  readonly vocabulary: TeamConfiguration['vocabulary']
  readonly rules: RuleSettings
  /** Problems in the front matter, with ranges in the document. */
  readonly problems: readonly Problem[]
}

/**
 * The sources of settings, each overriding the one before: defaults < template < editor < files < front
 * matter.
 */
export interface Layers {
  /** The template named by the editor's settings or the command line; `null` leaves it to the report. */
  readonly template: Template | null
  /** True if no file may override that template, as with `--template` on the command line. */
  readonly isTemplateForced: boolean
  /** The severities in the editor's settings. */
  readonly rules: RuleSettings
  /** Settings of rules that no file may override, as with `--rule` on the command line. */
  readonly forcedRules: RuleSettings
  readonly team: TeamConfiguration
  /** The address of the document; `null` if it belongs to no folder. */
  readonly address: string | null
}

export const defaultLayers: Layers = {
  template: null,
  isTemplateForced: false,
  rules: {},
  forcedRules: {},
  team: noConfiguration,
  address: null,
}

/**
 * Returns the function from front matter to configuration, so that the files are merged into the template
 * once.
 */
export function configurationFor(layers: Layers): (frontMatter: FrontMatter) => Configuration {
  const { team, address } = layers
  const named = layers.template ?? defaultTemplate
  const isNamedBy = (files: FileGlobs | null) => files !== null && address !== null && isNamed(address, files)
  const overrides = team.overrides.filter(({ files }) => isNamedBy(files))
  const overridden = overrides.findLast((override) => override.template !== null)?.template ?? null
  const template = layers.isTemplateForced ? named : (overridden ?? templateOf(team, named))
  const isChosen =
    layers.template !== null || team.template !== null || overridden !== null || template !== defaultTemplate
  const isListed = isNamedBy(team.files)
  const ruleLayers = [layers.rules, team.rules, ...overrides.map(({ rules }) => rules)]
  return (frontMatter) => {
    const chosen = layers.isTemplateForced ? template : chooseTemplate(frontMatter, template, team)
    const { written, problems } = frontMatter
    const { defaultTimeZone, dateOrder, audience } = team.reportDefaults
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
      rules: mergeRules([...ruleLayers, toRuleSettings(written.rules), layers.forcedRules]),
      profile: frontMatter.profile,
      vocabulary: team.vocabulary,
      problems: [
        ...problems,
        ...(chosen === null ? [unknownTemplate(frontMatter, template, team)] : []),
        ...findUnknownWords(frontMatter.profile, team.vocabulary),
      ],
    }
  }
}

function isNamed(address: string, { folder, globs }: FileGlobs): boolean {
  const path = pathFrom(folder, address)
  return path !== null && matchesGlobs(path, globs)
}

/**
 * The template named outright, else the one for the severity, else the given one; `null` if the name is
 * unknown.
 */
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

/**
 * The ids that front matter can use: those of the built-in templates and of those that the configuration
 * defines.
 */
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
