// All incidents of the workspace: the views, a tick that can be undone, the filter, and the page that follows them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineNumber, openReports } from './start.mjs'

const window = await openReports()
const { page, press, runCommand, frameWith, picture, statusItem } = window

const view = (name) => page.locator('.pane', { has: page.getByRole('button', { name: `${name} Section` }) })
const row = (name, text) => view(name).getByRole('treeitem', { name: text }).first()
const checkbox = (text) => row('Action Items', text).getByRole('checkbox')
const alert = 'Alert when a renewal fails.'

test('a view lists the incidents of all reports by year, and a click leads to the report', async () => {
  await runCommand('Focus on Incidents View')
  await row('Incidents', 'Mail delayed').waitFor()
  assert.match(await row('Incidents', 'Mail delayed').getAttribute('aria-label'), /2026-03-15.*1 h 30 min/)
  await picture('incidents-view')
  await window.clickUntilVisible(window.tab('mail-delay.md'), row('Incidents', 'Mail delayed'))
})

test('a tick in the view ticks the checkbox in the report, and undo takes it back', async () => {
  await checkbox(alert).click()
  await window.line(`- [x] ${alert}`).waitFor()
  await row('Action Items', 'Done, 1').waitFor()
  await picture('incidents-ticked')
  await window.tab('mail-delay.md').click()
  await press('Control+Z')
  await window.line(`- [ ] ${alert}`).waitFor()
  await row('Action Items', 'Done').waitFor({ state: 'detached' })
})

test('a filter narrows both views down while it is typed, until it is taken away', async () => {
  // While the filter is asked for, nothing behind it has a role.
  const other = page.locator('.pane .monaco-list-row', { hasText: 'Checkout' })
  await other.first().waitFor()
  await runCommand('Postmortem: Filter Incidents')
  await page.getByPlaceholder('Type words, or choose').waitFor()
  await page.keyboard.type('mail')
  await other.first().waitFor({ state: 'detached' })
  await picture('incidents-filter')
  await press('Enter')
  await row('Action Items', alert).waitFor()
  await row('Action Items', 'Rehearse').waitFor({ state: 'detached' })
  await runCommand('Postmortem: Clear Filter of Incidents')
  await row('Incidents', 'Checkout').waitFor()
})

test('the page leads from each mark to its report, and keeps its search while it follows what is typed', async () => {
  await runCommand('Postmortem: Show Incidents')
  const shown = await frameWith('#incidents')
  await picture('incidents-page')
  await shown.locator('#search').fill('mail')
  await shown.locator('#incidents tbody tr:not([hidden]) a').click()
  await window.tab('mail-delay.md').waitFor()
  await statusItem(/Ln 1,/).waitFor()
  await press('Control+End')
  const tasks = lineNumber('mail-delay.md', (text) => text === '### Tasks')
  await statusItem(new RegExp(`Ln ${tasks + 4},`)).waitFor()
  await page.keyboard.insertText('- [ ] Write it down.\n')
  await shown.locator('#tasks', { hasText: 'Write it down.' }).waitFor()
  assert.equal(await shown.locator('#search').inputValue(), 'mail')
  assert.equal(await shown.locator('#incidents tbody tr:not([hidden])').count(), 1)
})
