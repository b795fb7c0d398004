// The length of the report in the status bar.
import { test } from 'node:test'
import { openReports } from './start.mjs'

const { page, line, press, statusItem } = await openReports()

test('the status bar tells the length of the report, and follows what is typed', async () => {
  const before = await shownWords()
  await line('The pool must follow').click()
  await press('Home')
  await page.keyboard.type('One two three. ')
  await statusItem(`${before + 3} words`).waitFor()
  await press('Backspace', 'One two three. '.length)
  await statusItem(`${before} words`).waitFor()
})

async function shownWords() {
  return Number.parseInt(/\d+ words/.exec(await statusItem(/\d words/).textContent())[0], 10)
}
