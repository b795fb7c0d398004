import type { Template } from '../templates/template.ts'
import type { WrittenConfiguration } from './configurationSchema.ts'
import { mergeTemplate, type TemplateLayer } from './mergeTemplate.ts'
import { mergeRules, type RuleSettings, toRuleSettings } from './ruleSchema.ts'

/** What the configuration files in force for a document say together; what they do not say is not there. */
export interface TeamConfiguration {
  /** `null`: the files leave the choice to the editor's settings. */
  readonly template: Template | null
  /** What is said over the template, whichever it is. */
  readonly templateLayers: readonly TemplateLayer[]
  readonly templatesBySeverity: Readonly<Record<string, Template>>
  /** Globs count from the folder of the file that they stand in. */
  readonly files: { readonly folder: string; readonly globs: readonly string[] } | null
  readonly said: Pick<WrittenConfiguration, 'defaultTimeZone' | 'dateOrder' | 'audience'>
  readonly zoneAbbreviations: Readonly<Record<string, string>>
  readonly actions: NonNullable<WrittenConfiguration['actions']>
  readonly rules: RuleSettings
}

export const noConfiguration: TeamConfiguration = {
  template: null,
  templateLayers: [],
  templatesBySeverity: {},
  files: null,
  said: {},
  zoneAbbreviations: {},
  actions: {},
  rules: {},
}

/** What one file refers to, once that has been read. */
export interface References {
  readonly template: Template | null
  readonly templatesBySeverity: Readonly<Record<string, Template>>
  readonly folder: string
}

/** What a file says over what the file says that it extends. */
export function mergeConfiguration(
  base: TeamConfiguration,
  written: WrittenConfiguration,
  { template, templatesBySeverity, folder }: References,
): TeamConfiguration {
  const { defaultTimeZone, dateOrder, audience } = written
  return {
    // Another template begins anew; what was said over the one before was said of that one.
    template: template ?? base.template,
    templateLayers: [...(template === null ? base.templateLayers : []), written],
    templatesBySeverity: { ...base.templatesBySeverity, ...templatesBySeverity },
    files: written.files === undefined ? base.files : { folder, globs: written.files },
    said: {
      ...base.said,
      ...(defaultTimeZone !== undefined && { defaultTimeZone }),
      ...(dateOrder !== undefined && { dateOrder }),
      ...(audience !== undefined && { audience }),
    },
    zoneAbbreviations: { ...base.zoneAbbreviations, ...written.zoneAbbreviations },
    actions: { ...base.actions, ...written.actions },
    rules: mergeRules([base.rules, toRuleSettings(written.rules)]),
  }
}

/** The template that the files make, over the one that the editor's settings name where they name none. */
export function templateOf({ template, templateLayers }: TeamConfiguration, fallback: Template): Template {
  return mergeTemplate(template ?? fallback, templateLayers)
}
