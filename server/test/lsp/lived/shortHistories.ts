import { marked } from '../../markdown/markedEdit.ts'
import type { History } from './history.ts'

/** Longer than a block, so that what is before and after it is read apart. */
export const apart =
  'The queue grew faster than the workers could drain it, and requests began to wait. '.repeat(4)

/** The report that most of the histories edit. */
export const report = (text: string) =>
  [
    '# Postmortem: search is down',
    '## Issue Summary',
    text,
    '## Timeline',
    '- 10:00 UTC - A monitoring alert was received.\n- 10:40 UTC - The incident was resolved.\n',
  ].join('\n\n')

type Notification = History['notifications'][number]

const looks = [0, 0.5]

/** One edit, written as text with `«removed»inserted¦` in it. */
export function edit(source: string): History {
  const { text, edit: change } = marked(source)
  return happen(text, 'none', { edits: [change], around: 'nothing' })
}

/** Things that happen one after the other. */
export function happen(
  text: string,
  configuration: History['configuration'],
  ...happened: readonly Pick<Notification, 'edits' | 'around'>[]
): History {
  const notifications = happened.map((each): Notification => ({ ...each, next: 'settle' }))
  return { text, configuration, notifications, looks }
}

/** The same after the server was asked everything for the first time. */
export function askedBefore(history: History): History {
  const asked: Notification = { edits: [], around: 'nothing', next: 'compare' }
  return { ...history, notifications: [asked, ...history.notifications] }
}
