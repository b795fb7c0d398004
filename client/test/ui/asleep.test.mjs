// Where there is no report.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { testFolder } from '../build.mjs'
import { runningIn } from '../editor/running.mjs'
import { openFolder } from './start.mjs'

const window = await openFolder('ordinary')
const { page } = window
const running = runningIn(window)

test('a folder wakes nothing up before a Markdown file is open', async () => {
  await window.open('notes.txt')
  const awake = await running.extensions()
  assert.ok(awake.length > 0)
  assert.ok(!awake.includes('Postmortem'))
  assert.deepEqual(running.servers(), [])
})

test('ordinary Markdown starts the server, and all that shows of it is a line behind the braces', async () => {
  await window.open('README.md')
  await running.startedServer()
  const reason = page.locator('.hover-language-status', { hasText: 'Not a postmortem' })
  await window.hoverOver(reason, page.locator('#status\\.languageStatus'))
  await window.picture('ordinary-alone')
  await page.mouse.move(0, 0)
  await reason.waitFor({ state: 'hidden' })
  assert.doesNotMatch(await textOf('.statusbar'), /postmortem|words/i)
  assert.doesNotMatch(await textOf('.sidebar'), /postmortem/i)
  assert.equal(withoutSpace(await textOf('.view-lines')), withoutSpace(readme()))
  const colours = await window
    .line('09:05 UTC - The build')
    .locator('span span')
    .evaluateAll((parts) =>
      parts.filter(({ textContent }) => /[\w:]/.test(textContent)).map(({ className }) => className),
    )
  assert.equal(new Set(colours.slice(1)).size, 1, `Times have a colour of their own: ${colours}`)
  for (const mark of ['.codelens-decoration', '[class*="squiggly-"]', '.notification-toast'])
    assert.equal(await page.locator(mark).count(), 0, mark)
})

test('what is pasted into ordinary Markdown stays as it was', async () => {
  const chat = 'On-call engineer  10:15 AM\nrestarting the first instance'
  await window.copy(chat)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+V')
  await window.line('restarting the first instance').waitFor()
  assert.equal(withoutSpace(await textOf('.view-lines')), withoutSpace(readme() + chat))
})

async function textOf(selector) {
  return (await page.locator(selector).allInnerTexts()).join('\n')
}

function readme() {
  return readFileSync(path.join(testFolder, 'ordinary', 'README.md'), 'utf8')
}

/** An editor lays out lines anew, and with spaces of its own. */
function withoutSpace(text) {
  return text.replace(/\s/gu, '')
}
