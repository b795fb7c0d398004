import { linesWhere } from './linesWhere.ts'

/** All headings of the report, whatever they name. */
export const findHeadings = linesWhere(({ heading }) => heading !== null)
