import { indexesThat } from '../blocks/lineGroups.ts'

/** The indexes of the headings from one line up to another, which is not included. */
export const headingsOf = indexesThat(({ line }) => line.heading !== null)
