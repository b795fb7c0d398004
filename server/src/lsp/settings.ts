import { defaultSettings, type Settings } from '@postmortem/shared/settings'

type Unchecked = Partial<Readonly<Record<string, unknown>>>

/** An editor sends whatever stands in its settings file, so every value is checked. */
export function mergeSettings(section: unknown): Settings {
  const { template, timeline, documentSymbols } = toObject(section)
  const { elapsedHints } = toObject(timeline)
  return {
    template: typeof template === 'string' ? template : defaultSettings.template,
    timeline: {
      elapsedHints: typeof elapsedHints === 'boolean' ? elapsedHints : defaultSettings.timeline.elapsedHints,
    },
    documentSymbols: typeof documentSymbols === 'boolean' ? documentSymbols : defaultSettings.documentSymbols,
  }
}

function toObject(value: unknown): Unchecked {
  return typeof value === 'object' && value !== null ? (value as Unchecked) : {}
}
