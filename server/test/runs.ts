/**
 * How often a property is tried. `POSTMORTEM_RUNS=20 npm run test:unit` tries each of them twenty times as often.
 */
export function runs(count: number): number {
  return Math.ceil(count * Number(process.env.POSTMORTEM_RUNS ?? 1))
}
