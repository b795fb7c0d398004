// What can be done in the view Postmortem with the keyboard, the mouse and its menu.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outlineIn } from '../editor/outlineView.mjs'
import { openReports } from './start.mjs'

const window = await openReports()
const { page, line, picture, untilVisible } = window
const outline = outlineIn(window)
const menuItem = (name) => page.getByRole('menuitem', { name })
const asOpened = [
  'Issue Summary',
  'Timeline',
  'Root Cause and Resolution',
  'Corrective and Preventative Measures',
]

await outline.expand()

test('the menu of a section moves it, by the keyboard alone, and one undo takes it back', async () => {
  await outline.view().locator('.monaco-list').focus()
  await untilVisible(menuItem('Move Section Down'), async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+F10')
  })
  await picture('outline-menu')
  assert.equal(await menuItem('Move Section Up').count(), 0)
  await window.press('ArrowDown', 2)
  await page.keyboard.press('Enter')
  await sectionsAre('Timeline', 'Issue Summary', ...asOpened.slice(2))
  await page.keyboard.press('Control+Z')
  await sectionsAre(...asOpened)
})

test('a section that is dragged onto another one takes its place', async () => {
  const middleOf = async (title) => {
    const { x, y, width, height } = await outline.item(title).boundingBox()
    return [x + width / 3, y + height / 2]
  }
  await untilVisible(row(0, 'Corrective and Preventative Measures'), async () => {
    await page.mouse.move(...(await middleOf('Corrective')))
    await page.mouse.down()
    await page.mouse.move(...(await middleOf('Issue Summary')), { steps: 10 })
    // After a while over it, the section would be expanded.
    await page.mouse.up()
  })
  await sectionsAre('Corrective and Preventative Measures', ...asOpened.slice(0, 3))
  await page.keyboard.press('Control+Z')
  await sectionsAre(...asOpened)
})

test('a missing section is found by typing its name and inserted by Enter, ready to be filled in', async () => {
  await outline.view().locator('.monaco-list').focus()
  await page.keyboard.press('Home')
  await page.keyboard.type('Root')
  await page.keyboard.press('Enter')
  await line('## Root Cause and Resolution').waitFor()
  await window.statusItem(/Ln \d+, Col \d+ \(\d+ selected\)/).waitFor()
  await page.keyboard.type('A pool that was too patient')
  await line('- **Root Cause:** A pool that was too patient').waitFor()
  await page.keyboard.press('Control+S')
})

test('beside another document the view leads back to the report, and it goes with the last report', async () => {
  await window.open('README.md')
  await page.getByText('The active document is not a postmortem.').waitFor()
  await picture('outline-welcome')
  await page.getByRole('button', { name: 'Go to Open Report' }).click()
  await outline.item('Timeline').waitFor()
  await window.runCommand('View: Close All Editors')
  await outline.header().waitFor({ state: 'hidden' })
  await window.open('README.md')
  await page.getByText('Markdown').first().waitFor()
  assert.equal(await outline.header().count(), 0)
})

/** Until the view has followed what was done. */
async function sectionsAre(...titles) {
  for (const [index, title] of titles.entries()) await row(index, title).waitFor()
}

function row(index, title) {
  return outline.view().locator(`.monaco-list-row[data-index="${index}"]`, { hasText: title })
}
