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
      await frame.locator('.postmortem-timeline').scrollIntoViewIfNeeded()
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
    name: 'preview-printed',
    size,
    async show(window) {
      await openChecked(window)
      await window.runCommand('Markdown: Open Preview to the Side')
      const frame = await window.frameWith('.postmortem-timeline')
      await makePlace(window)
      await window.page.emulateMedia({ media: 'print' })
      await frame.locator('.postmortem-timeline').scrollIntoViewIfNeeded()
    },
    async restore(window) {
      await window.page.emulateMedia({ media: 'screen' })
      await showSideBar(window, true)
    },
  },
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
