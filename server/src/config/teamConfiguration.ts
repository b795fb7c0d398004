import type { Template } from '../templates/template.ts'
import type { WrittenConfiguration } from './configurationSchema.ts'
import { mergeTemplate, type TemplateLayer } from './mergeTemplate.ts'
import { mergeRules, type RuleSettings, toRuleSettings } from './ruleSchema.ts'

/** The merged settings of the configuration files in force for a document. What no file sets is absent. */
export interface TeamConfiguration {
  /** `null` leaves the choice to the editor's settings. */
  readonly template: Template | null
  /** Changes to the template, whichever one is chosen. */
  readonly templateLayers: readonly TemplateLayer[]
  readonly templatesBySeverity: Readonly<Record<string, Template>>
  /** Globs are relative to the folder of the file that contains them. */
  readonly files: { readonly folder: string; readonly globs: readonly string[] } | null
  /** Values for reports that do not state their own. */
  readonly reportDefaults: Pick<WrittenConfiguration, 'defaultTimeZone' | 'dateOrder' | 'audience'>
  readonly zoneAbbreviations: Readonly<Record<string, string>>
  readonly actions: NonNullable<WrittenConfiguration['actions']>
  readonly vocabulary: NonNullable<WrittenConfiguration['vocabulary']>
  readonly rules: RuleSettings
}

export const noConfiguration: TeamConfiguration = {
  template: null,
  templateLayers: [],
  templatesBySeverity: {},
  files: null,
  reportDefaults: {},
  zoneAbbreviations: {},
  actions: {},
  vocabulary: {},
  rules: {},
}

/** The targets of one file's references, already read. */
export interface References {
  readonly template: Template | null
  readonly templatesBySeverity: Readonly<Record<string, Template>>
  readonly folder: string
}

/** Merges a file over the configuration that it extends. */
export function mergeConfiguration(
  base: TeamConfiguration,
  written: WrittenConfiguration,
  { template, templatesBySeverity, folder }: References,
): TeamConfiguration {
  const { defaultTimeZone, dateOrder, audience } = written
  return {
    // A new template starts afresh: the inherited layers were written for another one.
    template: template ?? base.template,
    templateLayers: [...(template === null ? base.templateLayers : []), written],
    templatesBySeverity: { ...base.templatesBySeverity, ...templatesBySeverity },
    files: written.files === undefined ? base.files : { folder, globs: written.files },
    reportDefaults: {
      ...base.reportDefaults,
      ...(defaultTimeZone !== undefined && { defaultTimeZone }),
      ...(dateOrder !== undefined && { dateOrder }),
      ...(audience !== undefined && { audience }),
    },
    zoneAbbreviations: { ...base.zoneAbbreviations, ...written.zoneAbbreviations },
    actions: { ...base.actions, ...written.actions },
    vocabulary: { ...base.vocabulary, ...written.vocabulary },
    rules: mergeRules([base.rules, toRuleSettings(written.rules)]),
  }
}

/** The template that the files define, based on `fallback` if they name none. */
export function templateOf({ template, templateLayers }: TeamConfiguration, fallback: Template): Template {
  return mergeTemplate(template ?? fallback, templateLayers)
}
