// The arithmetic of the timeline, and what is put into it.
import { openReport } from './openReport.mjs'

const inLight = ['light']
const inBoth = ['light', 'dark']

export const timeline = [
  {
    name: 'timeline',
    size: { width: 1140, height: 640 },
    inDocs: inBoth,
    async show(window) {
      await openMail(window)
      const told = window.hover('2026-03-14 23:20')
      await window.hoverOver(told, window.line('02:20 EAT'), { position: { x: 40, y: 8 } })
      return [window.page.locator('.part.editor')]
    },
  },
  {
    name: 'time-zones',
    size: { width: 1000, height: 900 },
    inDocs: inLight,
    async show(window) {
      await openMail(window)
      await window.runCommand('Postmortem: Convert Time Zone')
      await window.option('EAT, in this report').waitFor()
      return [window.page.locator('.quick-input-widget')]
    },
  },
  {
    name: 'new-entry',
    inDocs: inLight,
    async show(window) {
      await openMail(window)
      await window.runCommand('Postmortem: New Timeline Entry')
      await window.page.locator('.quick-input-widget:visible').waitFor()
      return [window.page.locator('.quick-input-widget')]
    },
  },
  {
    name: 'sorted',
    inDocs: inLight,
    async show(window) {
      await openMail(window)
      await window.runCommand('Postmortem: Sort Timeline')
      await window.squiggles().first().waitFor()
      return [window.line('## Timeline'), window.line('## Root Cause')]
    },
  },
  {
    name: 'timestamp',
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'images.md')
      await window.press('Control+A')
      await window.page.keyboard.insertText(incidentOfNow())
      await window.line('An alert fired').getByText('+00:06').waitFor()
      await window.runCommand('Postmortem: Insert Timestamp (UTC)')
      await window.line(/UTC.?\+00:4\d$/).waitFor()
      return [window.line('## Timeline'), window.line(/UTC.?\+00:4\d$/)]
    },
  },
  {
    name: 'paste',
    size: { width: 1140, height: 760 },
    inDocs: inLight,
    async show(window) {
      await openReport(window, 'checkout.md')
      await window.lens('Time to detect').waitFor()
      await window.copy(
        'On-call engineer  10:15 AM\nrestarting the first instance\nDatabase team  10:18 AM\nthe first pool is well\n',
      )
      await window.line('10:10 UTC').click()
      await window.press('End', 2)
      await window.press('Control+V')
      await window.line('10:18 UTC').getByText('+01:13').waitFor()
      const offered = window.page.locator('.post-edit-widget').first()
      await offered.click()
      await window.codeAction('Paste as').first().waitFor()
      return [window.line('09:45 UTC'), window.line('All checkout'), window.page.locator('.action-widget')]
    },
  },
  {
    name: 'mermaid-action',
    inDocs: inLight,
    async show(window) {
      await openMail(window)
      await window.openQuickFixes(/Mermaid/, window.line('02:35 EAT').getByText('escalated'))
      return [window.line('## Timeline'), window.page.locator('.action-widget')]
    },
  },
]

/** A timeline that ends a few minutes ago, with a bullet for what happens now. */
function incidentOfNow() {
  const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
  const clock = (minutes) => ago(minutes).slice(11, 16)
  return [
    '# Postmortem: Images missing from the shop',
    '',
    '## Issue Summary',
    '',
    `- **Start:** ${ago(40).slice(0, 10)} ${clock(40)} UTC`,
    '',
    '## Timeline',
    '',
    `- ${clock(40)} UTC - The image server answered with errors.`,
    `- ${clock(34)} UTC - An alert fired, and paged the engineer.`,
    `- ${clock(12)} UTC - A full disk was found.`,
    '- ',
  ].join('\n')
}

async function openMail(window) {
  await openReport(window, 'mail.md')
  await window.line('01:42 EAT').getByText('+00:12').waitFor()
  await window.lens('Time to detect: 12 min').waitFor()
}
