// What stands between the lines of a timeline, and what is put into it.
import { test } from 'node:test'
import { lineNumber, openReports } from './start.mjs'

const window = await openReports()
const { page, line, lens, option, press, picture, clickUntilVisible } = window

test('a timeline shows elapsed time, the figures of the incident and what is known of a time', async () => {
  await window.open('mail-delay.md')
  await line('01:42 EAT').getByText('+00:12').waitFor()
  await lens('Time to detect: 12 min').waitFor()
  // Between the bullet and the hint, where the time is.
  const time = { position: { x: 40, y: 8 } }
  await window.hoverOver(window.hover('2026-03-14 23:20'), line('02:20 EAT'), time)
  await picture('timeline')
  await press('Escape')
})

test('a click on a figure goes to the line that it comes from', async () => {
  await page.mouse.move(0, 0)
  const target = lineNumber('mail-delay.md', (text) => text.includes('mitigated'))
  await clickUntilVisible(page.getByText(`Ln ${target}, Col `), lens('Time to mitigate: 1 h 20 min'))
})

test('the timeline is converted by a command that asks for the time zone', async () => {
  await window.runCommand('Postmortem: Convert Time Zone')
  await option('EAT, in this report').waitFor()
  await picture('time-zones')
  await option(/^UTC/).click()
  await line('22:42 UTC').waitFor()
  await picture('converted')
  await press('Control+Z')
  await line('01:42 EAT').waitFor()
})

test('any other time zone is typed where it is asked for, and one that does not exist is refused', async () => {
  const convertTo = async (zone) => {
    await window.runCommand('Postmortem: Convert Time Zone')
    await option('EAT, in this report').waitFor()
    await page.keyboard.type(zone)
    await option(zone).waitFor()
    await press('Enter')
  }
  await convertTo('Asia/Atlantis')
  await page.locator('.notification-toast', { hasText: 'Asia/Atlantis could mean several' }).waitFor()
  await line('01:42 EAT').waitFor()
  await convertTo('Asia/Manila')
  await line('06:42').waitFor()
  await press('Control+Z')
  await line('01:42 EAT').waitFor()
})

test('what was copied from a chat is pasted into the timeline as entries', async () => {
  await window.open('checkout-outage.md')
  await window.copy(
    'On-call engineer  10:15 AM\nrestarting the first instance\nDatabase team  10:18 AM\nthe first pool is well',
  )
  await line('10:10 UTC').click()
  // The first time goes to the end of what is shown as one line, the second to the end of the paragraph.
  await press('End', 2)
  await press('Control+V')
  await line('restarting the first instance').waitFor()
  await line('10:18 UTC').waitFor()
  await picture('pasted')
  await press('Control+Z')
  await line('10:15 UTC').waitFor({ state: 'detached' })
  await window.copy('plain words')
  await press('Control+V')
  await line('primary.plain words').waitFor()
})
