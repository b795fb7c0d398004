import { defaultSettings, type Settings } from '@postmortem/shared/settings'
import type { Layers } from './config/configuration.ts'
import { Configurations } from './config/configurations.ts'
import type { Files } from './config/files.ts'
import { createFrontMatterReader } from './config/frontMatter.ts'
import type { Problem } from './config/problem.ts'
import { noConfiguration, type TeamConfiguration } from './config/teamConfiguration.ts'
import { OpenDocument } from './openDocument.ts'
import { activateRules } from './rules/activeRules.ts'
import { checkReport } from './rules/checkReport.ts'
import { rules } from './rules/index.ts'
import type { FileLookup, Finding, Fix } from './rules/rule.ts'
import { defaultTemplate, findTemplate } from './templates/index.ts'
import type { Template } from './templates/template.ts'

/** What the service asks of the world around it. */
export interface Ports {
  readonly logger: Logger
  /** The present, in milliseconds since 1970. */
  readonly clock: () => number
  /** Without it, no configuration file is found. */
  readonly files?: Files
}

export interface Logger {
  readonly warn: (message: string) => void
  readonly error: (message: string) => void
}

/** What is known about a document besides its text. */
export interface Surroundings {
  readonly settings?: Settings
  /** A template that was asked for so plainly that no file may say otherwise. */
  readonly insistOn?: string
  /** Where the document is. */
  readonly address?: string
  readonly team?: TeamConfiguration
}

export interface Service {
  /** Finds the configuration for a document, and checks configuration files. */
  readonly configurations: Configurations
  readonly open: (text: string, surroundings?: Surroundings) => OpenDocument
  readonly configure: (document: OpenDocument, surroundings: Surroundings) => void
  readonly check: (document: OpenDocument, hasFile?: FileLookup) => readonly Finding[]
}

const noFiles: Files = { read: async () => null }

/** The engine behind every door: the editor, the terminal and the browser use exactly this. */
export function createService({ logger, clock, files = noFiles }: Ports): Service {
  const readFrontMatter = createFrontMatterReader(rules)
  const findOrWarn = (id: string): Template => {
    const template = findTemplate(id)
    if (template === undefined) {
      logger.warn(`There is no template "${id}". The template "${defaultTemplate.id}" is used.`)
    }
    return template ?? defaultTemplate
  }
  const toLayers = ({ settings, insistOn, address, team }: Surroundings): Layers => ({
    template: findOrWarn(insistOn ?? settings?.template ?? defaultSettings.template),
    insist: insistOn !== undefined,
    address: address ?? null,
    team: team ?? noConfiguration,
  })
  const checkRules = ({ report, configuration }: OpenDocument, hasFile: FileLookup) =>
    checkReport(report, activateRules(rules, report.template, configuration.rules), {
      now: clock(),
      hasFile,
      onError: (rule, error) => logger.error(`The rule ${rule.id} failed: ${describeError(error)}`),
    })
  return Object.freeze({
    configurations: new Configurations(files, rules),
    open: (text: string, surroundings: Surroundings = {}) =>
      new OpenDocument(text, toLayers(surroundings), readFrontMatter),
    configure: (document: OpenDocument, surroundings: Surroundings) => document.use(toLayers(surroundings)),
    check: (document: OpenDocument, hasFile: FileLookup = () => 'unknown') =>
      document.report.recognition.postmortem
        ? [...document.configuration.problems.map(toFinding), ...checkRules(document, hasFile)]
        : [],
  })
}

/** A report that does not say well what holds for it: front matter stands before everything else. */
function toFinding({ severity, message, range, replacement }: Problem): Finding {
  const fix = (text: string): Fix => ({
    title: `Write "${text}"`,
    preferred: true,
    edits: [{ ...range, text }],
  })
  return {
    rule: 'front-matter-invalid',
    severity,
    message,
    range,
    fixes: replacement === null ? [] : [fix(replacement)],
  }
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
