// The page that the editor shows of the installed extension: the first thing that anybody reads about it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFolder } from './start.mjs'

const window = await openFolder('ordinary')
const { page } = window

test('the page of the extension shows its picture without a network, and no link leads nowhere', async () => {
  await window.untilVisible(page.locator('.extensions-list').getByText('Postmortem').first(), () =>
    window.runCommand('Extensions: Show Installed Extensions'),
  )
  await page.locator('.extensions-list').getByText('Postmortem').first().click()
  const shown = await window.frameWith('h1:has-text("Postmortem")')
  await window.picture('details-page')

  const drawing = shown.locator('pre').first()
  assert.match(await drawing.innerText(), /The section "Root Cause and Resolution" is missing\./)
  assert.equal(await drawing.locator('mark').first().innerText(), 'who')
  await page.setViewportSize({ width: 1130, height: 800 })
  assert.ok(await drawing.evaluate((each) => each.scrollWidth <= each.clientWidth), 'A line is cut off.')

  assert.equal(await shown.locator('img').count(), 0)
  const targets = await shown
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  assert.deepEqual(
    targets.filter((target) => !/^(?:https:|#)/.test(target ?? '')),
    [],
  )
  assert.doesNotMatch(await shown.locator('body').innerText(), /npm|node dist/)
})
