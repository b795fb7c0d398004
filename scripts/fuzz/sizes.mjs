import { createServe, places, textOf } from './documents.mjs'
import { findSteepDoubling } from './growth.mjs'
import { pieces } from './material.mjs'

const sizes = [50_000, 100_000, 200_000, 400_000]
const openers = [
  '[',
  '(',
  '*a ',
  '_a ',
  '**a ',
  '~~a ',
  '`',
  '![',
  '{{',
  '<!--',
  '<b>',
  '> ',
  '- ',
  '  - ',
  '"a ',
]
const units = [
  ...pieces,
  ...openers.map((opener) => `${opener}\n`),
  ...openers.map((opener) => `a ${opener}\n\n`),
]

/**
 * Each piece of a report, again and again, in each place, up to 400 KB: the seeds from 0 on are all of them, one
 * after the other.
 */
export async function createKind() {
  const { serve, complaints } = await createServe()
  return {
    make: (_, seed) => ({
      unit: units[seed % units.length],
      place: places[Math.floor(seed / units.length) % places.length],
    }),
    check: async ({ unit, place }) => {
      complaints.length = 0
      try {
        const growth = findSteepDoubling((size) => serve(textOf(unit, place, size)), sizes)
        return complaints.length > 0 ? `a rule failed: ${complaints[0].split('\n')[0]}` : growth
      } catch (error) {
        return `it throws: ${error.message}`
      }
    },
  }
}
