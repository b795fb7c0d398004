import { defaultSettings, type Settings } from '@postmortem/shared/settings'
import { OpenDocument } from './openDocument.ts'
import { activateRules } from './rules/activeRules.ts'
import { checkReport } from './rules/checkReport.ts'
import { rules } from './rules/index.ts'
import type { Finding } from './rules/rule.ts'
import { defaultTemplate, findTemplate } from './templates/index.ts'
import type { Template } from './templates/template.ts'

/** What the service asks of the world around it. */
export interface Ports {
  readonly logger: Logger
  /** The present, in milliseconds since 1970. */
  readonly clock: () => number
}

export interface Logger {
  readonly warn: (message: string) => void
  readonly error: (message: string) => void
}

export interface Service {
  readonly open: (text: string, settings?: Settings) => OpenDocument
  readonly configure: (document: OpenDocument, settings: Settings) => void
  readonly check: (document: OpenDocument) => readonly Finding[]
}

/** The engine behind every door: the editor, the terminal and the browser use exactly this. */
export function createService({ logger, clock }: Ports): Service {
  const chooseTemplate = (settings: Settings): Template => {
    const template = findTemplate(settings.template)
    if (template === undefined) {
      logger.warn(
        `There is no template "${settings.template}". The template "${defaultTemplate.id}" is used.`,
      )
    }
    return template ?? defaultTemplate
  }
  return Object.freeze({
    open: (text: string, settings = defaultSettings) => new OpenDocument(text, chooseTemplate(settings)),
    configure: (document: OpenDocument, settings: Settings) => document.useTemplate(chooseTemplate(settings)),
    check: (document: OpenDocument) =>
      checkReport(document.report, activateRules(rules, document.report.template), {
        now: clock(),
        onError: (rule, error) => logger.error(`The rule ${rule.id} failed: ${describeError(error)}`),
      }),
  })
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
