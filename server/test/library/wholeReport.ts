import { describeUnread } from '../../src/library/output/sentences.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { incidentIn } from './incidents.ts'

export interface Parts {
  readonly summary?: string
  readonly timeline?: string
  readonly title?: string
  readonly before?: string
}

/** A whole report, of which a test says only what it is about. */
export const report = ({
  summary = 'The search was down.',
  timeline = 'Text.',
  title = '# Postmortem: search is down',
  before = '',
}: Parts) =>
  `${before}${title}\n\n## Issue Summary\n\n${summary}\n\n## Timeline\n\n${timeline}\n\n## Root Cause and Resolution\n\nThe disk was full.\n\n## Corrective and Preventative Measures\n\n- [ ] Add an alert on a full disk (owner: Kim, due: 2024-06-01, OPS-12)\n- [x] Size the disk\n`

/** Why values are missing, in the words of the table. */
export const reasons = (text: string) =>
  incidentIn(text).unread.map(({ column, reason }) =>
    inEnglish(describeUnread({ columns: [column], reason })),
  )
