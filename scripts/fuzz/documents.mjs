import { loadSource } from '../loadSource.mjs'
import { findGrowth } from './growth.mjs'
import { pieces, report } from './material.mjs'

/** The places of a report where a hostile text may be; `alone` is a document of nothing else. */
export const places = ['alone', 'timeline', 'summary', 'end']

/** Everything that is done with a document as soon as it is open, and after an edit. */
export async function createServe() {
  const { createService, noConfiguration, outlineReport, listSymbols, rules } = await loadSource({
    'server/src/service.ts': ['createService'],
    'server/src/config/teamConfiguration.ts': ['noConfiguration'],
    'server/src/features/outline.ts': ['outlineReport'],
    'server/src/features/symbols.ts': ['listSymbols'],
    'server/src/rules/index.ts': ['rules'],
  })
  const complaints = []
  const logger = { warn: (text) => complaints.push(text), error: (text) => complaints.push(text) }
  const service = createService({ logger, clock: () => Date.UTC(2026, 3, 1) })
  const all = Object.fromEntries(rules.map(({ id }) => [id, { severity: 'warning' }]))
  const serve = (text) => {
    const document = service.open(text, { team: { ...noConfiguration, rules: all } })
    const fixes = service.check(document).map((finding) => finding.fixes)
    outlineReport(document.report)
    listSymbols(document.report)
    const middle = Math.floor(text.length / 2)
    document.edit([{ start: middle, end: middle, text: '*' }])
    return [...fixes, ...service.check(document)]
  }
  return { serve, complaints }
}

/** Hostile documents: a few pieces, again and again. The verdict is about how the time grows, not about the time. */
export async function createKind() {
  const { serve, complaints } = await createServe()

  return {
    make: (random) => ({
      unit: random.text(pieces, 5) || 'a',
      place: random.pick(places),
      length: random.pick([4_000, 8_000, 16_000]),
    }),
    check: async ({ unit, place, length }) => {
      complaints.length = 0
      try {
        const growth = findGrowth((size) => serve(textOf(unit, place, size)), length)
        return complaints.length > 0 ? `a rule failed: ${complaints[0].split('\n')[0]}` : growth
      } catch (error) {
        return `it throws: ${error.message}`
      }
    },
  }
}

export function textOf(unit, place, length) {
  const filling = unit.repeat(Math.ceil(length / Math.max(1, unit.length))).slice(0, length)
  if (place === 'alone') return filling
  if (place === 'end') return `${report}\n${filling}`
  const at = report.indexOf(place === 'timeline' ? '- 10:45' : 'From 10:00')
  return `${report.slice(0, at)}${filling}\n${report.slice(at)}`
}
