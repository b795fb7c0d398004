import type { Report } from '../../postmortem/report.ts'

/**
 * True if nothing but its few sections, or its name, speaks for the base template: nobody chose it, and a report that is
 * more than begun has none of its titles. What it lacks then, its author may well have left out on purpose.
 */
export function isTemplateGuessed({ yardstick: { basis, isPlain }, sections }: Report): boolean {
  return basis === 'basic' && !isPlain && sections.length > 0
}
