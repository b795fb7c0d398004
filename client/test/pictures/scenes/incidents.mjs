// All incidents of the workspace: the views beside a report, and the page.
import { openReport } from './openReport.mjs'

const inBoth = ['light', 'dark']

export const incidents = [
  {
    name: 'incidents-view',
    size: { width: 1000, height: 560 },
    inDocs: inBoth,
    async show(window) {
      await showViews(window)
      return [window.page.locator('.part.sidebar')]
    },
    restore: showExplorer,
  },
  {
    name: 'show-incidents',
    size: { width: 1140, height: 760 },
    inDocs: inBoth,
    async show(window) {
      await showViews(window)
      await window.runCommand('Postmortem: Show Incidents')
      await window.frameWith('#incidents')
      return [window.page.locator('.part.editor')]
    },
    restore: showExplorer,
  },
]

async function showViews(window) {
  await openReport(window, 'checkout.md')
  await window.runCommand('Focus on Incidents View')
  await window.page.getByRole('treeitem', { name: /^Checkout unavailable/ }).waitFor()
  await window.page.locator('.part.sidebar').getByRole('checkbox').first().waitFor()
}

async function showExplorer({ press, page }) {
  await press('Control+Shift+E')
  await page.getByRole('treeitem', { name: 'checkout.md' }).waitFor()
}
