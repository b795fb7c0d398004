// The same window in an editor whose language is German.
import { test } from 'node:test'
import { outlineIn } from '../editor/outlineView.mjs'
import { openReports } from './start.mjs'

const window = await openReports({ language: 'de' })
const { page, line, lens, picture } = window
const outline = outlineIn(window)

test('findings, quick fixes, lenses, the counter and the outline are in German', async () => {
  const title = line('## Timeline').getByText('Timeline')
  await window.hoverOver(window.hover('Der Abschnitt „Root Cause and Resolution“ fehlt.'), title)
  await window.openQuickFixes('Abschnitt „Root Cause and Resolution“ einfügen', title)
  await picture('german')
  await page.keyboard.press('Escape')
  await lens('Dauer: ').waitFor()
  await window.statusItem(/\d Wörter/).waitFor()
  await outline.expand()
  await outline.item('Root Cause and Resolution').filter({ hasText: 'fehlt' }).waitFor()
})
