// The page of a rule, which every finding links to.
import { test } from 'node:test'
import { openReports } from './start.mjs'

const window = await openReports()

test('the link of a finding opens the page of its rule as a page', async () => {
  const link = window.page.locator('.monaco-hover:visible').getByText('section-missing')
  await window.hoverOver(link, window.line('## Timeline').getByText('Timeline'))
  await link.click()
  const page = await window.frameWith('h1:has-text("section-missing")')
  await page.locator('h2', { hasText: 'Wrong' }).waitFor()
  await window.picture('rule-page')
})
