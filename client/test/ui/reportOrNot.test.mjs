// What the window tells of a report, and that it tells nothing of a Markdown file that is none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outlineIn } from '../editor/outlineView.mjs'
import { openReports } from './start.mjs'

const window = await openReports()
const { page, line, press, statusItem } = window
const outline = outlineIn(window)

test('the status bar tells the length of the report, and follows what is typed', async () => {
  const before = await shownWords()
  await line('The pool must follow').click()
  await press('Home')
  await page.keyboard.type('One two three. ')
  await statusItem(`${before + 3} words`).waitFor()
  await press('Backspace', 'One two three. '.length)
  await statusItem(`${before} words`).waitFor()
})

test('ordinary Markdown is left alone', async () => {
  await outline.expand()
  await window.open('README.md')
  await statusItem(/\d words/).waitFor({ state: 'hidden' })
  await outline.item('Timeline').waitFor({ state: 'hidden' })
  assert.equal(await window.squiggles().count(), 0)
  await window.picture('ordinary')
})

async function shownWords() {
  return Number.parseInt(/\d+ words/.exec(await statusItem(/\d words/).textContent())[0], 10)
}
