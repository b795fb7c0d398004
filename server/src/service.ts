import { autoTemplate, defaultSettings, type Settings } from '@postmortem/shared/settings'
import { type ActiveRule, activateRules } from './checking/activeRules.ts'
import { checkInSteps } from './checking/checkReport.ts'
import { type ComparableReport, compareReports, toComparableReport } from './checking/compareReports.ts'
import type { Clock, Demand, FileLookup, Finding, Rule } from './checking/rule.ts'
import { finish, type Steps } from './checking/steps.ts'
import type { Configuration, Layers } from './config/configuration.ts'
import { Configurations } from './config/configurations.ts'
import type { Files } from './config/files.ts'
import { createFrontMatterReader } from './config/frontMatter/frontMatter.ts'
import { type RuleSettings, toRuleSettings } from './config/ruleSchema.ts'
import { noConfiguration, type TeamConfiguration } from './config/teamConfiguration.ts'
import { toConfigurationFinding } from './configurationFinding.ts'
import { readComparables } from './library/comparable.ts'
import type { Origin } from './library/origin.ts'
import { inEnglish, type Translate } from './messages/translate.ts'
import { OpenDocument } from './openDocument.ts'
import { perObject } from './postmortem/lines/perObject.ts'
import { frontMatterInvalid } from './rules/front-matter-invalid.ts'
import { rules } from './rules/index.ts'
import { findTemplate } from './templates/index.ts'
import type { Template } from './templates/template.ts'

/** Everything that the service needs from outside. */
export interface Ports {
  readonly logger: Logger
  /** The present time, in milliseconds since 1970. */
  readonly clock: () => number
  /** Without this port, no configuration file is found. */
  readonly files?: Files
  /** Translates messages into the writer's language; English by default. */
  readonly translate?: Translate
}

export interface Logger {
  readonly warn: (message: string) => void
  readonly error: (message: string) => void
}

/** Everything that is known about a document besides its text. */
export interface Surroundings {
  readonly settings?: Settings
  /** A template that takes precedence over every configuration file and the front matter. */
  readonly forcedTemplate?: string
  /** Settings of rules that take precedence likewise. */
  readonly forcedRules?: RuleSettings
  /** The URI of the document. */
  readonly address?: string
  readonly team?: TeamConfiguration
}

export interface Service {
  /** Finds the configuration for a document, and checks configuration files. */
  readonly configurations: Configurations
  readonly open: (text: string, surroundings?: Surroundings) => OpenDocument
  readonly configure: (document: OpenDocument, surroundings: Surroundings) => void
  readonly check: (document: OpenDocument, hasFile?: FileLookup, isPast?: Clock) => readonly Finding[]
  /** The same, interruptible between rules. The document must not change meanwhile. */
  readonly checkInSteps: (document: OpenDocument, hasFile: FileLookup) => Steps<readonly Finding[]>
  /** What has to be kept of a report to compare it with others; null for a document that is none. */
  readonly toComparable: (document: OpenDocument, origin: FileOrigin) => ComparableReport | null
  /** The findings of each report that follow from the others. */
  readonly compare: (reports: readonly ComparableReport[]) => readonly (readonly Finding[])[]
}

export type FileOrigin = Pick<Origin, 'file' | 'findings'>

const noFiles: Files = { read: async () => null }

/**
 * Composes reading, configuration and checking. The editor, the terminal and the browser all use this one
 * service.
 */
export function createService({ logger, clock, files = noFiles, translate = inEnglish }: Ports): Service {
  const readFrontMatter = createFrontMatterReader(rules)
  const ruleIds = rules.map(({ id }) => id)
  const findOrWarn = (id: string): Template | null => {
    const template = id === autoTemplate ? null : findTemplate(id)
    if (template === undefined) {
      logger.warn(`There is no template "${id}". Each report decides what it is checked against.`)
    }
    return template ?? null
  }
  const toLayers = ({ settings, forcedTemplate, forcedRules, address, team }: Surroundings): Layers => ({
    template: findOrWarn(forcedTemplate ?? settings?.template ?? defaultSettings.template),
    isTemplateForced: forcedTemplate !== undefined,
    rules: toRuleSettings(settings?.rules),
    forcedRules: forcedRules ?? {},
    address: address ?? null,
    team: team ?? noConfiguration,
  })
  const readClock = (): Clock => {
    const now = clock()
    return (instant) => instant < now
  }
  const onError = (rule: Rule, error: unknown) =>
    logger.error(`The rule ${rule.id} failed: ${describeError(error)}`)
  const activeFor = perObject((_: Configuration) => new Map<Template, readonly ActiveRule[]>())
  const activate = ({ report: { template }, configuration }: OpenDocument) => {
    const known = activeFor(configuration)
    const active =
      known.get(template) ?? activateRules(rules, template, configuration.rules, demandsOf(configuration))
    known.set(template, active)
    return active
  }
  const checkDocument = function* (
    document: OpenDocument,
    hasFile: FileLookup,
    isPast: Clock = readClock(),
  ): Steps<readonly Finding[]> {
    const { report, configuration } = document
    if (!report.recognition.postmortem) return []
    const activeRules = activate(document)
    const frontMatterRule = activeRules.find(({ rule }) => rule.id === frontMatterInvalid.id)
    const context = { ruleIds, isPast, hasFile, translate, onError, kept: document.keptAnswers }
    const findings = yield* checkInSteps(report, activeRules, context)
    if (frontMatterRule === undefined) return findings
    // Problems in the report's `postmortem:` block are reported as `front-matter-invalid`.
    const problems = configuration.problems.map((problem) =>
      toConfigurationFinding(problem, frontMatterInvalid.id, frontMatterRule.severity, translate),
    )
    return [...problems, ...findings]
  }
  return Object.freeze({
    configurations: new Configurations(files, rules),
    open: (text: string, surroundings: Surroundings = {}) =>
      new OpenDocument(text, toLayers(surroundings), readFrontMatter),
    configure: (document: OpenDocument, surroundings: Surroundings) =>
      document.configure(toLayers(surroundings)),
    check: (document: OpenDocument, hasFile: FileLookup = () => 'unknown', isPast?: Clock) =>
      finish(checkDocument(document, hasFile, isPast)),
    checkInSteps: checkDocument,
    toComparable: (document: OpenDocument, origin: FileOrigin) => {
      const { report } = document
      if (!report.recognition.postmortem) return null
      const incidents = readComparables(report, originOf(document, origin))
      return toComparableReport(incidents, activate(document), report.suppressions)
    },
    compare: (reports: readonly ComparableReport[]) => compareReports(reports, rules, { translate, onError }),
  })
}

/** Everything that the facts of an incident are read with, besides its report. */
export function originOf({ markdown, configuration }: OpenDocument, origin: FileOrigin): Origin {
  const lineAt = (offset: number) => markdown.positionAt(offset).line + 1
  return { ...origin, words: configuration.vocabulary, lineAt }
}

function demandsOf({ audience, actions }: Configuration): readonly Demand[] {
  const required = (actions.require ?? []).map((detail) => `require: ${detail}` as const)
  return audience === 'public' ? ['audience: public', ...required] : required
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
