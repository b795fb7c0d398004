// How the sections and sentences of a report come about.
import { openReport } from './openReport.mjs'

const inLight = ['light']

export const writing = [
  {
    name: 'placeholder',
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'search.md')
      await window.runCommand('Postmortem: Next Placeholder')
      await window.page.locator('.selected-text').first().waitFor()
      return [window.line('# Postmortem'), window.line('## Timeline')]
    },
  },
  {
    name: 'insert-section',
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'images.md')
      await window.runCommand('Postmortem: Insert Section…')
      await window.option('Corrective').waitFor()
      return [window.page.locator('.quick-input-widget')]
    },
  },
  {
    name: 'insert-all',
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'images.md')
      await window.runCommand('Postmortem: Insert All Missing Sections')
      await window.line('## Timeline').waitFor()
      return [window.line('# Postmortem'), window.line('## Root Cause')]
    },
  },
  {
    name: 'completion-section',
    size: { width: 1000, height: 900 },
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'search.md')
      await window.press('Control+End')
      await window.press('Enter')
      await window.page.keyboard.type('## ')
      await suggest(window, 'Corrective')
      return [window.line('## Root Cause'), suggestions(window), details(window)]
    },
  },
  {
    name: 'completion-timeline',
    size: { width: 1000, height: 900 },
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'search.md')
      await window.line('14:00 Europe').click()
      await window.press('End', 2)
      await window.press('Enter')
      await window.page.keyboard.type('- ')
      await suggest(window, /UTC/)
      return [window.line('14:00 Europe'), suggestions(window), details(window)]
    },
  },
  {
    name: 'snippets',
    inDocs: inLight,
    async show(window) {
      await window.runCommand('File: New Untitled Text File')
      await window.runCommand('Change Language Mode')
      await window.page.keyboard.type('Markdown')
      await window.option(/^Markdown,/).click()
      await window.page.keyboard.type('pm')
      await suggest(window, /pm-/)
      return [window.line('pm'), suggestions(window), details(window)]
    },
    restore: dropUntitled,
  },
  {
    name: 'hover-section',
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'mail.md')
      const told = window.page.locator('.monaco-hover:visible .hover-row').first()
      await window.hoverOver(told, window.line('## Root Cause').getByText('Root Cause'))
      return [window.line('## Root Cause'), window.page.locator('.monaco-hover:visible')]
    },
  },
  {
    name: 'highlighting',
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'search.md')
      await window.page.locator('.squiggly-info').first().waitFor({ state: 'attached' })
      return [window.lens('Duration: '), window.line('# Postmortem'), window.line('**Resolution:**')]
    },
  },
  {
    name: 'ticket-link',
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'checkout.md')
      await window.press('Control+End')
      const ticket = window.line('OPS-382').getByText('OPS-382')
      await window.hoverOver(window.hover('tracker.example'), ticket)
      return [
        window.line('### Tasks'),
        window.line('due: 2026-04-15'),
        window.page.locator('.monaco-hover:visible'),
      ]
    },
  },
  {
    name: 'copy-summary',
    inDocs: inLight,
    async show(window) {
      await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await openReport(window, 'checkout.md')
      await window.runCommand('Postmortem: Copy Summary for Chat')
      await window.statusItem('on the clipboard').waitFor()
      await window.runCommand('File: New Untitled Text File')
      await window.press('Control+V')
      await window.line('Postmortem').waitFor()
      return [window.line('Postmortem: Checkout'), window.line('Impact: '), window.line('Report: ')]
    },
    restore: dropUntitled,
  },
]

function suggestions({ page }) {
  return page.locator('.suggest-widget.visible')
}

/** What is told of the suggestion that is chosen, beside the list. */
function details({ page }) {
  return page.locator('.suggest-details:visible, .suggest-widget.visible')
}

/** The list of suggestions, with this among them. */
function suggest(window, label) {
  const row = suggestions(window).locator('.monaco-list-row', { hasText: label }).first()
  return window.untilVisible(row, () => window.press('Control+Space'))
}

/** It would ask where it is to be saved. */
function dropUntitled({ runCommand }) {
  return runCommand('View: Revert and Close Editor')
}
