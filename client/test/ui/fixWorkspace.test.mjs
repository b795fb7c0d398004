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
writeReport('disk-full.md', '', 'Disk full')
writeReport('disk-full-again.md', 'related: [disk-full.md]\n', 'Disk full again')

function writeReport(name, related, title) {
  const report = `---\nstatus: published\n${related}---\n\n# Postmortem: ${title}\n\n## Timeline\n\n- 10:02 UTC - It was full.\n`
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
