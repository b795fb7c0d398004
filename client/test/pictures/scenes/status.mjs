// What is seen of a report without asking for it: diagnostics, outline, word count, status.

import { openReport } from './openReport.mjs'
import { toggleFiles } from './sideBar.mjs'

const inLight = ['light']
const inBoth = ['light', 'dark']
const insertSection = 'Insert section "Root Cause and Resolution"'

export const status = [
  {
    name: 'overview',
    size: { width: 1140, height: 700 },
    inDocs: inBoth,
    async show(window) {
      await openChecked(window)
      await window.outline.expand()
      await window.line('## Timeline').waitFor()
      await window.line('## Timeline').getByText('Timeline').click()
      // The key for it would turn the word into a link.
      await window.untilVisible(window.codeAction(insertSection), () => window.runCommand('Quick Fix...'))
    },
  },
  {
    name: 'diagnostic',
    inDocs: inLight,
    async show(window) {
      await openChecked(window)
      const told = window.hover('The section "Root Cause and Resolution" is missing.')
      await window.hoverOver(told, window.line('## Timeline').getByText('Timeline'))
      await window.hover(/^Quick Fix/).waitFor()
      return [window.line('## Timeline'), window.page.locator('.monaco-hover:visible')]
    },
  },
  {
    name: 'outline',
    size: { width: 1000, height: 760 },
    inDocs: inBoth,
    async show(window) {
      await openWithOutline(window)
      await window.line('09:45 UTC').click()
      return [window.outline.header(), window.outline.item('Alert on writes')]
    },
    restore: toggleFiles,
  },
  {
    name: 'outline-menu',
    size: { width: 1000, height: 760 },
    inDocs: inLight,
    async show(window) {
      await openWithOutline(window)
      await window.outline.item('Timeline').click({ button: 'right', position: { x: 70, y: 11 } })
      const menu = window.page.locator('.monaco-menu').first()
      await menu.waitFor()
      return [window.outline.header(), window.outline.item('Alert on writes'), menu]
    },
    restore: toggleFiles,
  },
  {
    name: 'word-count',
    inDocs: inLight,
    async show(window) {
      await openChecked(window)
      await window.line('**Impact:**').click()
      await window.press('Home')
      await window.press('Shift+End')
      const item = window.statusItem(/words \(.* selected/)
      const table = window.hover('to read')
      await window.hoverOver(table, item)
      return [window.page.locator('.monaco-hover:visible'), item]
    },
  },
  {
    name: 'language-status',
    inDocs: inLight,
    async show(window) {
      await openChecked(window)
      const item = window.page.locator('#status\\.languageStatus')
      const known = window.page.locator('.hover-language-status').first()
      await window.hoverOver(known, item)
      return [window.page.locator('.monaco-hover:visible'), item]
    },
  },
]

async function openChecked(window) {
  await openReport(window, 'checkout.md')
  await window.squiggles().first().waitFor({ state: 'attached' })
}

/** With the entries of the timeline and the tasks unfolded. */
async function openWithOutline(window) {
  await openChecked(window)
  await window.outline.expand()
  await toggleFiles(window)
  for (const title of ['Timeline', 'Corrective']) {
    const section = window.outline.item(title)
    const isUnfolded = (await section.getAttribute('aria-expanded')) === 'true'
    if (!isUnfolded) await section.locator('.monaco-tl-twistie').click()
  }
}
