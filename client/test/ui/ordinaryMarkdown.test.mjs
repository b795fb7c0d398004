// A Markdown file that is no report.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outlineIn } from '../editor/outlineView.mjs'
import { openReports } from './start.mjs'

const window = await openReports()
const outline = outlineIn(window)

test('ordinary Markdown is left alone', async () => {
  await outline.expand()
  await window.open('README.md')
  await window.page.locator('.statusbar-item', { hasText: /\d words/ }).waitFor({ state: 'hidden' })
  await outline.item('Timeline').waitFor({ state: 'hidden' })
  assert.equal(await window.squiggles().count(), 0)
  await window.picture('ordinary')
})
