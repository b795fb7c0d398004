// A missing section, from the line under it to the page of its rule and the quick fix that inserts it.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { outlineIn } from '../editor/outlineView.mjs'
import { openReports } from './start.mjs'

const window = await openReports()
const { page, line, squiggles, picture } = window
const outline = outlineIn(window)
const insertSection = 'Insert section "Root Cause and Resolution"'

test('a missing section is underlined at the title that it would follow', async () => {
  await picture('diagnostic')
  assert.equal(await squiggles().count(), 1)
  const [mark, title] = [await squiggles().boundingBox(), await line('## Timeline').boundingBox()]
  assert.ok(Math.abs(mark.y - title.y) < title.height / 2)
})

test('times in a report have a colour of their own', async () => {
  await line('09:09 UTC')
    .locator('span span', { hasText: /^09:09$/ })
    .waitFor()
})

test('hovering over the underlined title tells what to do', async () => {
  const told = window.hover('The section "Root Cause and Resolution" is missing.')
  await window.hoverOver(told, line('## Timeline').getByText('Timeline'))
  await picture('hover')
})

test('the link of a finding opens the page of its rule as a page', async () => {
  const link = page.locator('.monaco-hover:visible').getByText('section-missing')
  await window.hoverOver(link, line('## Timeline').getByText('Timeline'))
  await link.click()
  const rule = await window.frameWith('h1:has-text("section-missing")')
  await rule.locator('h2', { hasText: 'Wrong' }).waitFor()
  await picture('rule-page')
  await window.open('checkout-outage.md')
})

test('the Problems panel lists it', async () => {
  await page.keyboard.press('Control+Shift+M')
  const problems = page.locator('.markers-panel')
  await problems.getByText('"Root Cause and Resolution" is missing').first().waitFor()
  await problems.getByText('section-missing').first().waitFor()
  await picture('problems')
  await page.keyboard.press('Control+Shift+M')
  await problems.waitFor({ state: 'hidden' })
})

test('Ctrl+. at the underlined title offers to insert the section', async () => {
  await outline.expand()
  await page.keyboard.press('Control+Home')
  await openQuickFixes()
  // Diagnostic, quick fix, word count and outline in one window.
  await picture('overview')
  const rows = await page.locator('.action-widget .monaco-list-row').allInnerTexts()
  assert.equal(new Set(rows).size, rows.length, 'An action is there twice.')
  const silencing = rows.indexOf('More Actions...')
  assert.ok(silencing > rows.indexOf('Quick Fix'), 'What silences a finding is not offered first.')
  const disabling = rows.filter((title) => title.startsWith('Disable '))
  assert.ok(disabling.includes('Disable section-missing in this workspace'))
  assert.deepEqual(rows.slice(silencing + 1), disabling)
  await page.keyboard.press('Escape')
  await window.codeAction(insertSection).waitFor({ state: 'hidden' })
})

test('the quick fix inserts the section, and one undo takes it back', async () => {
  await openQuickFixes()
  await page.keyboard.press('Enter')
  await squiggles().first().waitFor({ state: 'detached' })
  await line('## Root Cause and Resolution').waitFor()
  await picture('after-quick-fix')
  await page.keyboard.press('Control+Z')
  await squiggles().first().waitFor({ state: 'attached' })
  await line('## Root Cause and Resolution').waitFor({ state: 'detached' })
})

test('a quick fix does nothing when the file was written since its menu was opened, and fits the new text after that', async () => {
  const file = path.join(window.folder, 'checkout-outage.md')
  const newer = `The text is newer now.\n\n${readFileSync(file, 'utf8')}`
  await openQuickFixes()
  writeFileSync(file, newer)
  await line('The text is newer now.').waitFor()
  await page.keyboard.press('Enter')
  await openQuickFixes()
  await page.keyboard.press('Enter')
  await squiggles().first().waitFor({ state: 'detached' })
  await page.keyboard.press('Control+S')
  await page.locator('.tab.dirty').waitFor({ state: 'detached' })
  assert.equal(readFileSync(file, 'utf8').replace(/## Root Cause.*?(?=## )/s, ''), newer)
})

test('a report that has only a title is completed by a quick fix', async () => {
  await window.open('title-only.md')
  const insertAll = 'Insert all 4 missing sections'
  await window.openQuickFixes(insertAll, line('# Postmortem: the search was down'))
  await picture('title-only')
  await window.codeAction(insertAll).click()
  await line('## Corrective and Preventative Measures').waitFor()
  await picture('title-only-completed')
  await page.keyboard.press('Control+Z')
  await line('## Corrective and Preventative Measures').waitFor({ state: 'detached' })
})

function openQuickFixes() {
  return window.openQuickFixes(insertSection, line('## Timeline').getByText('Timeline'))
}
