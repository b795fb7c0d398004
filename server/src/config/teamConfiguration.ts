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
  readonly files: FileGlobs | null
  /** Values for reports that do not state their own. */
  readonly reportDefaults: Pick<WrittenConfiguration, 'defaultTimeZone' | 'dateOrder' | 'audience'>
  readonly zoneAbbreviations: Readonly<Record<string, string>>
  readonly actions: NonNullable<WrittenConfiguration['actions']>
  readonly vocabulary: NonNullable<WrittenConfiguration['vocabulary']>
  readonly rules: RuleSettings
  /** In order, those of an extended file first. */
  readonly overrides: readonly Override[]
}

/** Globs and the folder that they are relative to. */
export interface FileGlobs {
  readonly folder: string
  readonly globs: readonly string[]
}

/** Settings for some of the files. `null` leaves the template as it is. */
export interface Override {
  readonly files: FileGlobs
  readonly template: Template | null
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
  overrides: [],
}

/** The targets of one file's references, already read. */
export interface References {
  readonly template: Template | null
  readonly templatesBySeverity: Readonly<Record<string, Template>>
  /** One for each override of the file; `null` for one that names no template. */
  readonly overrideTemplates: readonly (Template | null)[]
  readonly folder: string
}

/** Merges a file over the configuration that it extends. */
export function mergeConfiguration(
  base: TeamConfiguration,
  written: WrittenConfiguration,
  { template, templatesBySeverity, overrideTemplates, folder }: References,
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
    overrides: [
      ...base.overrides,
      ...(written.overrides ?? []).map(({ files, rules }, index) => ({
        files: { folder, globs: files },
        template: overrideTemplates[index] ?? null,
        rules: toRuleSettings(rules),
      })),
    ],
  }
}

/** The template that the files define, based on `fallback` if they name none. */
export function templateOf({ template, templateLayers }: TeamConfiguration, fallback: Template): Template {
  return mergeTemplate(template ?? fallback, templateLayers)
}
