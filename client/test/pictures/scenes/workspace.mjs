// What concerns all reports: the check of the workspace, the configuration, the settings, the walkthrough.
import { openReport } from './openReport.mjs'
import { showSideBar, toggleFiles } from './sideBar.mjs'

const inLight = ['light']

const walkthroughSteps = [
  { name: 'walkthrough', title: 'Start from a template', inDocs: inLight },
  { name: 'walkthrough-fill', title: 'Fill in what is missing' },
  { name: 'walkthrough-timeline', title: 'Record what happened when' },
  { name: 'walkthrough-share', title: 'Check and share' },
]

export const workspace = [
  {
    name: 'problems',
    size: { width: 1100, height: 560 },
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'mail.md')
      await window.runCommand('Postmortem: Check All Reports in Workspace')
      await window.page.getByRole('button', { name: 'Show Problems' }).click()
      await window.runCommand('View: Toggle Maximized Panel')
      await window.page.locator('.markers-panel').getByText('search.md').first().waitFor()
      return [window.page.locator('.part.panel')]
    },
    async restore(window) {
      await window.runCommand('View: Toggle Maximized Panel')
      await window.press('Control+Shift+M')
    },
  },
  {
    name: 'select-template',
    size: { width: 1000, height: 900 },
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'checkout.md')
      await window.runCommand('Postmortem: Select Template…')
      await window.option('Holberton').waitFor()
      return [window.page.locator('.quick-input-widget')]
    },
  },
  {
    name: 'other-document',
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'checkout.md')
      await window.outline.expand()
      await window.open('README.md')
      await toggleFiles(window)
      await window.page.getByText('is not a postmortem').waitFor()
      return [window.outline.header(), window.page.locator('.welcome-view-content p').last()]
    },
    restore: toggleFiles,
  },
  {
    name: 'configuration',
    inDocs: inLight,
    async show(window) {
      await window.runCommand('Postmortem: Create or Open Configuration')
      await window.tab('.postmortem.yml').waitFor()
      return [window.tab('.postmortem.yml'), window.line('# What the team'), window.line('ticketUrl')]
    },
  },
  {
    name: 'settings',
    inDocs: inLight,
    async show(window) {
      await window.runCommand('Preferences: Open Settings (UI)')
      const search = window.page.locator('.settings-editor .search-container')
      await search.click()
      // Typed, it would be completed.
      await window.page.keyboard.insertText('@ext:postmortem.postmortem')
      await window.page.getByText('Elapsed Hints').first().waitFor()
      // The same words are suggested once more, over what they have found.
      await window.page
        .getByText(/^Extensions/)
        .last()
        .click()
      await window.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' })
      return [
        window.page.locator('.settings-editor .settings-header'),
        window.page.locator('.settings-editor .setting-item-contents', { hasText: 'Elapsed Hints' }),
      ]
    },
  },
  ...walkthroughSteps.map(showStep),
  {
    name: 'commands',
    async show(window) {
      await openReport(window, 'checkout.md')
      await window.press('F1')
      await window.page.keyboard.type('Postmortem: ')
      await window.option('Postmortem: Show Timeline').waitFor()
      return [window.page.locator('.quick-input-widget')]
    },
  },
]

function showStep({ title, ...step }) {
  return {
    ...step,
    size: { width: 1200, height: 640 },
    async show(window) {
      await showSideBar(window, false)
      await window.runCommand('Welcome: Open Walkthrough')
      await window.option('Write a Postmortem').click()
      await window.page.getByText(title).first().click()
      return [window.page.locator('.part.editor')]
    },
    restore: (window) => showSideBar(window, true),
  }
}
