import { inspect } from '../read.ts'

/** A report in which these measures are below this title. */
export const withMeasures = (measures: string, title = '## Corrective and Preventative Measures') =>
  inspect(`# Postmortem\n\n## Timeline\n\n- 10:00 down\n\n${title}\n\n${measures}\n`)

/** The texts of the tasks in a section for them. */
export const tasksOf = (text: string, title = '## Action Items') =>
  withMeasures(text, title).actionItems.map((item) => item.text)
