// All safe fixes of the workspace are shown as a diff, and nothing is changed before the writer agrees.
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
