import type { Report } from '../../postmortem/report.ts'

/**
 * True if nothing but its few sections, or its name, speaks for the base template: nobody chose it, and the report
 * has sections but none of its titles. Its author may well have left out on purpose what it lacks.
 */
export function isTemplateGuessed({ yardstick: { basis, isPlain }, sections }: Report): boolean {
  return basis === 'basic' && !isPlain && sections.length > 0
}
