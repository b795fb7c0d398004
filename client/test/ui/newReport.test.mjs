// A new report, from the first question to the file.
import { test } from 'node:test'
import { openReports } from './start.mjs'

const { page, line, option, press, runCommand, tab, picture } = await openReports()

test('a new report is begun from a template in one flow, and its file bears the day in UTC', async () => {
  await runCommand('Postmortem: New Postmortem from Template…')
  await option('Holberton').waitFor()
  await picture('new-template')
  await press('Enter')
  await page.getByText('What happened, in a few words?').waitFor()
  await page.keyboard.type('Mail delayed')
  await press('Enter')
  await option('SEV2').click()
  await page.getByText('When did it start, in UTC?').waitFor()
  await press('Enter')
  await option('-mail-delayed.md').click()
  await line('# Postmortem: Mail delayed').waitFor()
  await line('severity: SEV2').waitFor()
  await tab(/^\d{4}-\d\d-\d\d-mail-delayed\.md/).waitFor()
  await picture('new-report')
})

test('a new report is saved, and its first placeholder waits to be written over', async () => {
  await page.locator('.tab.active:not(.dirty)').waitFor()
  await page.locator('.statusbar-item', { hasText: /\d+ selected/ }).waitFor()
})

test('a command that has nothing to insert says so', async () => {
  await runCommand('Postmortem: Insert All Missing Sections')
  await page.locator('.notification-toast', { hasText: 'This report has every section' }).waitFor()
})
