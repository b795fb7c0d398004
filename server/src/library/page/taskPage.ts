import { inEnglish } from '../../messages/translate.ts'
import { plural } from '../output/plural.ts'
import type { ListedTask } from '../taskList.ts'
import { writeDocument } from './document.ts'
import { html } from './html.ts'
import type { PageOptions } from './page.ts'
import { style } from './style.ts'
import { writeTaskTable } from './tables.ts'

/** Action items as a page that needs nothing but itself. */
export function writeTaskPage(tasks: readonly ListedTask[], { now, hash }: PageOptions): string {
  const overdue = tasks.filter(({ isOverdue }) => isOverdue).length
  const counts = `${plural(tasks.length, 'action item')}${overdue === 0 ? '' : `, ${overdue} overdue`}`
  const body = html`<h1>Action items</h1>
<p class="quiet">${counts} · as of ${new Date(now).toISOString().slice(0, 10)}</p>
${writeTaskTable(tasks, inEnglish)}`
  return writeDocument({ title: 'Action items', body, style, hash })
}
