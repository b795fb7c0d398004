import { atlassian } from './atlassian.ts'
import { awsCoe } from './awsCoe.ts'
import { googleSre } from './googleSre.ts'
import { holberton } from './holberton.ts'
import { learningReview } from './learningReview.ts'
import { lightweight } from './lightweight.ts'
import { pagerduty } from './pagerduty.ts'
import { publicNotice } from './publicNotice.ts'
import type { Template } from './template.ts'

/** The built-in templates, in the order in which they are offered. */
export const templates: readonly Template[] = [
  holberton,
  googleSre,
  pagerduty,
  atlassian,
  awsCoe,
  learningReview,
  lightweight,
  publicNotice,
]

export const defaultTemplate: Template = holberton

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
