/** What is measured of an incident, in minutes. */
export const measures = ['duration', 'timeToDetect', 'timeToMitigate', 'timeToResolve'] as const

export type Measure = (typeof measures)[number]

export function forEachMeasure<Value>(
  compute: (measure: Measure) => Value,
): Readonly<Record<Measure, Value>> {
  return Object.fromEntries(measures.map((measure) => [measure, compute(measure)])) as Record<Measure, Value>
}
