// The incident as a picture: in the Markdown preview, and beside the report.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openReports } from './start.mjs'

const window = await openReports()
const { page, line, press, runCommand, frameWith, picture, openQuickFixes, codeAction, clickUntilVisible } =
  window

test('the Markdown preview shows the incident as a picture, in light and dark', async () => {
  await runCommand('View: Toggle Primary Side Bar Visibility')
  await runCommand('Markdown: Open Preview to the Side')
  const shown = await frameWith('.vscode-light .postmortem-timeline')
  const drawing = shown.locator('.postmortem-timeline:visible')
  assert.match(await drawing.textContent(), /Detected 09:09 UTC/)
  const title = shown.locator('h2', { hasText: 'Timeline' })
  assert.ok((await drawing.boundingBox()).y < (await title.boundingBox()).y)
  await drawing.scrollIntoViewIfNeeded()
  await picture('preview')
  await shown.locator('.entry[aria-label^="10:10"]:visible').click()
  const paragraph = shown.locator('li', { hasText: '10:10 UTC' }).last()
  const isInSight = (each) => each.getBoundingClientRect().bottom <= innerHeight
  assert.ok(await paragraph.evaluate(isInSight))
  await runCommand('Preferences: Toggle between Light/Dark Themes')
  await (await frameWith('.vscode-dark .postmortem-timeline'))
    .locator('h2', { hasText: 'Timeline' })
    .waitFor()
  await picture('preview-dark')
  await runCommand('Preferences: Toggle between Light/Dark Themes')
  await frameWith('.vscode-light .postmortem-timeline')
  await runCommand('View: Close Editors in Other Groups')
  await runCommand('View: Toggle Primary Side Bar Visibility')
})

test('a command shows the picture beside the report, and it follows what is typed', async () => {
  await page.getByRole('treeitem', { name: 'checkout-outage.md' }).dblclick()
  await runCommand('Postmortem: Show Timeline')
  await frameWith('.postmortem-timeline')
  await line('09:50 UTC').click()
  await press('Home')
  await press('ArrowRight', '- 09:5'.length)
  await press('Delete')
  await page.keyboard.type('5')
  await frameWith('.postmortem-timeline text:has-text("09:55 UTC")')
  await picture('show-timeline')
})

test('an entry of the picture leads to its line, by click and by keyboard, and the one at the cursor is marked', async () => {
  await line('09:09 UTC').click()
  const shown = await frameWith('.entry.current[aria-label^="09:09"]')
  await picture('picture-at-cursor')
  const entry = shown.locator('.entry[aria-label^="10:10"]:visible')
  await clickUntilVisible(page.locator('.statusbar-item', { hasText: /Ln 16,/ }), entry)
  await shown.locator('.entry[tabindex="0"]:visible').focus()
  await press('ArrowRight')
  await press('Enter')
  await page.locator('.statusbar-item', { hasText: /Ln 12,/ }).waitFor()
  await shown.locator('.entry.current[aria-label^="09:09"]:visible').waitFor()
})

test('a sentence with several reasons becomes a list when asked, and its picture leads to its lines', async () => {
  await line('09:09 UTC').click()
  await press('Control+End')
  await page.keyboard.insertText('\n## Root Cause\n\nThe pool kept writing because ')
  await page.keyboard.insertText('it kept its connections, because nobody had rehearsed a failover.\n')
  await openQuickFixes('Write the causes as a nested list', line('The pool kept').getByText('kept').first())
  await codeAction('Write the causes as a nested list').click()
  const shown = await frameWith('.postmortem-causes .entry[aria-label^="Nobody had rehearsed"]')
  await picture('causes')
  const entry = shown.locator('.postmortem-causes .entry[aria-label^="It kept"]:visible')
  await clickUntilVisible(shown.locator('.entry.current[aria-label^="It kept"]:visible'), entry)
  await line('- Because it kept').waitFor()
})

test('both pictures fit into a page that is 320 pixels wide', async () => {
  await runCommand('View: Toggle Primary Side Bar Visibility')
  const usual = page.viewportSize()
  // Half of it, without what surrounds the editors.
  await page.setViewportSize({ width: 640, height: 800 })
  const shown = await frameWith('.postmortem-causes')
  await shown.locator('.postmortem-timeline.narrow').waitFor()
  await shown.locator('.postmortem-causes.narrow').waitFor()
  const widths = await shown.evaluate(() => ({
    page: innerWidth,
    content: document.documentElement.scrollWidth,
    tooWide: [...document.querySelectorAll('.postmortem-picture-frame')].filter(
      (frame) => frame.scrollWidth > frame.clientWidth,
    ).length,
    cut: [...document.querySelectorAll('.narrow text')].filter((text) => {
      const picture = text.closest('svg').getBoundingClientRect()
      const { left, right } = text.getBoundingClientRect()
      return left < picture.left || right > picture.right
    }).length,
  }))
  await picture('pictures-narrow')
  assert.ok(widths.page <= 320, `The page is ${widths.page} pixels wide.`)
  assert.deepEqual(widths, { page: widths.page, content: widths.page, tooWide: 0, cut: 0 })
  await page.setViewportSize(usual)
})
