// A template that is derived from the reports of a folder, which has a configuration already.
import { test } from 'node:test'
import { openReports } from './start.mjs'

const { page, line, option, press, runCommand, tab, picture } = await openReports()

test('a template is derived from the reports of the folder that is offered first, and opens beside its configuration', async () => {
  await runCommand('Postmortem: Derive Template from Reports…')
  await option('Another folder…').waitFor()
  await press('Enter')
  await line('# The template of the reports').waitFor()
  await tab(/^# The template|^Untitled-1/).waitFor()
  await page.getByText('Derived from 3 reports. Files that are no reports: 2.').first().waitFor()
  await picture('derive-template')
})
