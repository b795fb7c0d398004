// What concerns all reports: their safe fixes are shown as a diff, and nothing is changed before the writer agrees; and
// what a comparison of them finds is fixed in the report that it is about.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { openReports } from './start.mjs'

const window = await openReports()
const { page, picture } = window
const misspelt = path.join(window.folder, 'misspelt.md')
const text = '# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timelien\n\nText.\n'
writeFileSync(misspelt, text)
const task = 'Alert when the disk is almost full (OPS-12)'
writeReport('disk-full.md', { title: 'Disk full' })
writeReport('disk-full-again.md', { fields: 'related: [disk-full.md]\n', title: 'Disk full again' })
const sameCause = 'causes: [no-rotation]\nservices: [search]\n'
writeReport('logs.md', {
  fields: sameCause,
  title: 'Logs everywhere',
  day: '2026-05-01',
  tasks: `- [x] ${task}`,
})
writeReport('more-logs.md', {
  fields: sameCause,
  title: 'More logs',
  day: '2026-05-10',
  tasks: `- [ ] ${task}`,
})

function writeReport(name, { fields = '', title, day = '', tasks = 'None.' }) {
  const report = `---\nstatus: published\n${fields}---\n\n# Postmortem: ${title}\n\n## Timeline\n\n- ${day} 10:02 UTC - It was full.\n\n## Action Items\n\n${tasks}\n`
  writeFileSync(path.join(window.folder, name), report)
}

test('the command "Fix All Reports in Workspace…" asks with a diff, and applies what is chosen', async () => {
  const apply = page.getByRole('button', { name: 'Apply' })
  await window.runCommand('Postmortem: Fix All Reports in Workspace')
  await apply.waitFor()
  await picture('fix-workspace')
  assert.equal(readFileSync(misspelt, 'utf8'), text)
  await page.locator('.bulk-edit-panel .edit-checkbox').first().click()
  await apply.click()
  await window.open('misspelt.md')
  await window.line('## Timeline').waitFor()
})

test('a report that does not name a related one is found by a check of all, and a quick fix names it there', async () => {
  const name = 'Name this report in "disk-full.md"'
  await window.open('disk-full-again.md')
  await window.runCommand('Postmortem: Check All Reports in Workspace')
  await window.openQuickFixes(name, window.line('related:').getByText('disk-full.md'))
  await picture('related-one-way')
  await window.codeAction(name).click()
  await window.open('disk-full.md')
  await window.line('related: [disk-full-again.md]').waitFor()
  await picture('related-both-ways')
})

test('a cause that came back is found by a check of all, and a quick fix names the earlier report', async () => {
  const name = 'Name "logs.md" under "related"'
  await window.open('more-logs.md')
  await window.runCommand('Postmortem: Check All Reports in Workspace')
  await window.openQuickFixes(name, window.line('causes:').getByText('no-rotation'))
  await picture('cause-recurring')
  await window.codeAction(name).click()
  await window.line('related: [logs.md]').waitFor()
})

test('a task that is done in another report is ticked by a quick fix, which one undo takes back', async () => {
  const name = 'Tick the action item'
  await window.openQuickFixes(name, window.line(`- [ ] ${task}`))
  await picture('action-done-elsewhere')
  await window.codeAction(name).click()
  await window.line(`- [x] ${task}`).waitFor()
  await picture('action-ticked')
  await window.press('Control+Z')
  await window.line(`- [ ] ${task}`).waitFor()
})
