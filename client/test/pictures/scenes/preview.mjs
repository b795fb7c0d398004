// The incident as a picture.
import { openReport } from './openReport.mjs'
import { showSideBar } from './sideBar.mjs'

const inBoth = ['light', 'dark']
const size = { width: 1100, height: 640 }

export const preview = [
  {
    name: 'preview',
    size,
    inDocs: inBoth,
    async show(window) {
      await openChecked(window)
      await window.runCommand('Markdown: Open Preview to the Side')
      const frame = await window.frameWith('.postmortem-timeline')
      await makePlace(window)
      await frame.locator('.postmortem-timeline:visible').scrollIntoViewIfNeeded()
    },
    restore: (window) => showSideBar(window, true),
  },
  {
    name: 'show-timeline',
    size: { width: 1100, height: 440 },
    inDocs: inBoth,
    async show(window) {
      await openChecked(window)
      await window.runCommand('Postmortem: Show Timeline')
      await window.frameWith('.postmortem-timeline')
      await makePlace(window)
    },
    restore: (window) => showSideBar(window, true),
  },
  {
    name: 'causes',
    size,
    inDocs: inBoth,
    async show(window) {
      await openReport(window, 'mail.md')
      await window.line('The renewal failed because').click()
      await window.press('End', 2)
      // The editor would indent what is typed.
      await window.copy(`\n${reasons.join('\n')}`)
      await window.press('Control+V')
      await window.runCommand('Markdown: Open Preview to the Side')
      const frame = await window.frameWith('.postmortem-causes')
      await makePlace(window)
      await frame.locator('.postmortem-causes:visible').scrollIntoViewIfNeeded()
    },
    async restore(window) {
      // Keys that save are pressed in the report and not in the preview.
      await window.line('The renewal failed because').click()
      await showSideBar(window, true)
    },
  },
  {
    name: 'preview-printed',
    size,
    async show(window) {
      await openChecked(window)
      await window.runCommand('Markdown: Open Preview to the Side')
      const frame = await window.frameWith('.postmortem-timeline')
      await makePlace(window)
      await window.page.emulateMedia({ media: 'print' })
      await frame.locator('.postmortem-timeline:visible').scrollIntoViewIfNeeded()
    },
    async restore(window) {
      await window.page.emulateMedia({ media: 'screen' })
      await showSideBar(window, true)
    },
  },
]

/** Below what they explain. */
const reasons = [
  '  - Because a clean-up of roles removed every right that no program had declared.',
  '    - Because the renewal runs once a month, and had not been seen for four weeks.',
  '    - The relay is set up by hand, so nothing declares its rights.',
  '  - No alert watched renewals, only the disk and the queue.',
]

async function openChecked(window) {
  await openReport(window, 'checkout.md')
  await window.lens('Time to detect').waitFor()
}

/** No side bar, and the pointer over the status bar, where it marks no edge of a group and tells of no file. */
async function makePlace(window) {
  await showSideBar(window, false)
  const { width, height } = window.page.viewportSize()
  await window.page.mouse.move(width / 2, height - 8)
}
