// A server that ends, and one that does not even start.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runningIn } from '../editor/running.mjs'
import { openFolder } from './start.mjs'

const trouble = 'Reports are not checked because the Postmortem server is not running. Reload the window.'

test('a server that ends is started again without a word, and given up with one', async () => {
  const window = await openFolder('fixture')
  const running = runningIn(window)
  await window.open('checkout-outage.md')
  await window.line('The pool must follow').click()
  await window.press('Home')
  const before = await shownWords(window)
  for (let time = 1; time <= 3; time += 1) {
    const [server] = running.servers()
    process.kill(server, 'SIGKILL')
    await running.startedServer(server)
    // Only a server that runs counts what is typed.
    await window.page.keyboard.type('more ')
    await window.statusItem(`${before + time} words`).waitFor()
    assert.deepEqual(await toasts(window), [])
  }
  process.kill(running.servers()[0], 'SIGKILL')
  await window.statusItem(/\d words/).waitFor({ state: 'hidden' })
  await window.squiggles().first().waitFor({ state: 'detached' })
  await checkTold(window)
  await window.picture('server-lost')
})

test('where no server starts, its user is told once, and again by a command', async () => {
  const window = await openFolder('fixture')
  runningIn(window).removeServer()
  await window.open('checkout-outage.md')
  await checkTold(window)
  await window.open('README.md')
  await window.open('search-outage.md')
  await checkTold(window)
  await window.runCommand('Notifications: Clear All Notifications')
  await window.page.locator('.notification-toast').waitFor({ state: 'hidden' })
  await window.runCommand('Postmortem: New Postmortem from Template…')
  await checkTold(window)
})

async function shownWords(window) {
  const text = await window.statusItem(/\d words/).textContent()
  return Number.parseInt(/\d+ words/.exec(text)[0], 10)
}

async function checkTold(window) {
  await window.page.locator('.notification-toast').first().waitFor()
  assert.deepEqual(await toasts(window), [trouble])
}

async function toasts({ page }) {
  return page.locator('.notification-toast .notification-list-item-message').allInnerTexts()
}
