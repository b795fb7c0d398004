// The sections of the report in the Explorer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outlineIn } from '../editor/outlineView.mjs'
import { lineNumber, openReports } from './start.mjs'

const window = await openReports()
const { page, line, squiggles, picture, clickUntilVisible } = window
const outline = outlineIn(window)

test('the outline in the Explorer lists the sections, with the missing one in its place', async () => {
  await window.untilVisible(outline.item('Timeline'), outline.expand)
  assert.deepEqual(await outline.titles(), [
    'Issue Summary',
    'Timeline',
    'Root Cause and Resolution',
    'Corrective and Preventative Measures',
  ])
  assert.match(await outline.item('Root Cause and Resolution').textContent(), /missing/i)
  await picture('outline')
})

test('a click in the outline goes to the section', async () => {
  const target = lineNumber('checkout-outage.md', (text) => text.startsWith('## Corrective'))
  await clickUntilVisible(page.getByText(`Ln ${target}, Col `), outline.item('Corrective'))
})

test('a click on a missing section in the outline inserts it', async () => {
  await outline.item('Root Cause and Resolution').filter({ hasText: 'missing' }).click()
  await line('## Root Cause and Resolution').waitFor()
  await squiggles().first().waitFor({ state: 'detached' })
  // What is typed now replaces the placeholder that the insertion has left selected.
  await page.keyboard.type('A pool that was too patient')
  await line('A pool that was too patient').waitFor()
  await picture('after-insert')
})
