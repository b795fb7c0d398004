// Tab, after everything that can be inserted: it leads on to what is left to fill in, and never changes what is there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { authorIn } from '../editor/author.mjs'
import { openReports } from './start.mjs'

const window = await openReports()
const { page, folder, line, press, picture, statusItem } = window
const { at } = authorIn(window, path.join(folder, '..', 'pictures'))
const nothingLeft = statusItem('There is nothing left to fill in.')

async function textOnDisk() {
  await press('Control+S')
  await page.locator('.tab.dirty').waitFor({ state: 'detached' })
  return readFileSync(path.join(folder, 'checkout-outage.md'), 'utf8')
}

async function write(text) {
  await page.keyboard.insertText(text)
}

test('Tab leads through what a quick fix has inserted, and after that changes nothing', async () => {
  await window.openQuickFixes('Insert section', line('## Timeline').getByText('Timeline'))
  await press('Enter')
  await at('{{what caused the issue, in detail}}')
  await picture('tab-after-quick-fix')
  await write('The pool was too patient.')
  await press('Tab')
  await at('{{how it was fixed, in detail}}')
  await write('The limit was raised.')
  await press('Tab', 2)
  await nothingLeft.waitFor()
  assert.match(
    await textOnDisk(),
    /\n- \*\*Root Cause:\*\* The pool was too patient\.\n- \*\*Resolution:\*\* The limit was raised\.\n\n## /,
  )
})

test('Tab leads through an inserted entry, and after that changes nothing', async () => {
  await press('Control+K')
  await press('A')
  await page.getByText('When did it happen?').waitFor()
  await press('Control+A')
  await page.keyboard.type('09:20 UTC')
  await press('Enter')
  await at('{{What happened.}}')
  await picture('tab-after-entry')
  await write('The release was stopped.')
  await press('Tab', 2)
  await nothingLeft.waitFor()
  assert.match(await textOnDisk(), /\n- 09:20 UTC - The release was stopped\.\n- 09:/)
})

test('Tab nests a new bullet', async () => {
  await line('The release was stopped.').click()
  await press('End')
  await press('Enter')
  await page.keyboard.type('- ')
  // Keys that come before the extension has seen the bullet do what they do elsewhere, so they are pressed again.
  await window.untilVisible(page.locator('.view-line', { hasText: /^\s{2,4}-\s+$/ }), () => press('Tab'))
  await page.keyboard.type('in every region')
  assert.match(await textOnDisk(), /The release was stopped\.\n {2,4}- +in every region\n- 09:/)
})
