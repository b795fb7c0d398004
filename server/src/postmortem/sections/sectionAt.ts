import { Attached } from '../lines/attached.ts'
import { findInnermost } from './innermost.ts'
import type { Section } from './section.ts'

/** A report has many findings, and its sections stay the same object for as long as it does. */
const known = new Attached<readonly Section[], (offset: number) => Section | undefined>()

/** The innermost section that holds the offset. */
export function sectionAt(offset: number, sections: readonly Section[]): Section | undefined {
  const find = known.get(sections) ?? findInnermost(sections)
  known.set(sections, find)
  return find(offset)
}
