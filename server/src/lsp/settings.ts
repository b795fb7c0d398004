import { checkOccasions, defaultSettings, type RuleLevel, type Settings } from '@postmortem/shared/settings'
import { ruleLevels } from '../config/ruleSchema.ts'
import { describeError } from '../service.ts'
import type { Host } from './feature.ts'

/** The milliseconds after which an editor that does not answer is taken for one without settings. */
const patience = 5000

/** Asks the editor for the settings of a document; an editor that has none, or fails, means the defaults. */
export function createSettingsReader({
  connection,
  support,
}: Pick<Host, 'connection' | 'support'>): (uri: string) => Promise<Settings> {
  return async (uri) => {
    if (!support.configuration) return defaultSettings
    try {
      return mergeSettings(
        await inTime(connection.workspace.getConfiguration({ scopeUri: uri, section: 'postmortem' })),
      )
    } catch (error) {
      connection.console.warn(`The settings could not be read: ${describeError(error)}`)
      return defaultSettings
    }
  }
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The editor does not answer.')), patience)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

type Unchecked = Partial<Readonly<Record<string, unknown>>>

/** An editor sends whatever its settings file contains, so every value is checked. */
function mergeSettings(section: unknown): Settings {
  const { template, timeline, rules, highlighting, documentSymbols, sectionWordCounts, check } =
    toObject(section)
  const { elapsedHints } = toObject(timeline)
  return {
    template: typeof template === 'string' ? template : defaultSettings.template,
    timeline: { elapsedHints: toSwitch(elapsedHints, defaultSettings.timeline.elapsedHints) },
    rules: readLevels(toObject(rules)),
    highlighting: toSwitch(highlighting, defaultSettings.highlighting),
    documentSymbols: toSwitch(documentSymbols, defaultSettings.documentSymbols),
    sectionWordCounts: toSwitch(sectionWordCounts, defaultSettings.sectionWordCounts),
    check: checkOccasions.find((each) => each === check) ?? defaultSettings.check,
  }
}

function toSwitch(value: unknown, usual: boolean): boolean {
  return typeof value === 'boolean' ? value : usual
}

function readLevels(written: Unchecked): Settings['rules'] {
  const known = Object.entries(written).filter((entry): entry is [string, RuleLevel] => isLevel(entry[1]))
  return Object.fromEntries(known)
}

function isLevel(value: unknown): value is RuleLevel {
  return ruleLevels.some((level) => level === value)
}

function toObject(value: unknown): Unchecked {
  return typeof value === 'object' && value !== null ? (value as Unchecked) : {}
}
