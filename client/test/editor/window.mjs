// What a person sees in a window of the editor, and what they do there. A wish that comes too early is made again.
import path from 'node:path'

/** Also for a window that starts on a machine with much else to do. */
const timeLimit = 60_000
const attempts = 10
const attemptLimit = 3_000

/** Few things around the report, so that a picture shows what it is about. */
export const unclutteredSettings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'editor.wordWrap': 'on',
  'outline.showFiles': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
}

/** The functions that read and drive the window that this page shows. */
export function windowOn(page) {
  page.setDefaultTimeout(timeLimit)

  const line = (beginning) => page.locator('.view-line', { hasText: beginning }).first()
  const squiggles = () => page.locator('.squiggly-warning')
  const lens = (title) => page.locator('.codelens-decoration').getByText(title)
  const hover = (text) => page.locator('.monaco-hover:visible').getByText(text)
  const codeAction = (title) => page.locator('.action-widget').getByText(title)
  const statusItem = (text) => page.locator('.statusbar-item:visible', { hasText: text })
  const tab = (name) => page.getByRole('tab', { name, selected: true })
  /** Of the list that drops down from the top of the window. */
  const option = (name) => page.locator('.quick-input-list').getByRole('option', { name }).first()

  /** Does it again until the thing shows: a menu asked for while the editor starts comes up empty or closes. */
  async function untilVisible(wanted, act) {
    for (let attempt = 1; ; attempt += 1) {
      await act()
      try {
        await wanted.waitFor({ timeout: attemptLimit })
        return
      } catch (error) {
        if (attempt === attempts) throw error
        await page.keyboard.press('Escape')
      }
    }
  }

  /** A click counts for nothing if what it is on is drawn anew between the button going down and up. */
  const clickUntilVisible = (wanted, place) => untilVisible(wanted, () => place.click())

  /** Opens a file from the Explorer, to stay. */
  async function open(file) {
    await page.getByRole('treeitem', { name: file }).dblclick()
    await tab(file).waitFor()
  }

  /**
   * Each letter would filter more than a thousand commands again, so the name comes as a whole. The list moves while it
   * is filled, so a click may miss. No pointer is left where the list was.
   */
  async function runCommand(name) {
    for (let attempt = 1; ; attempt += 1) {
      await page.keyboard.press('F1')
      try {
        await page.locator('.quick-input-widget input[type=text]').fill(`>${name}`, { timeout: attemptLimit })
        await page.getByRole('option', { name }).first().click({ timeout: attemptLimit })
        await page.mouse.move(0, 0)
        return
      } catch (error) {
        if (attempt === attempts) throw error
        await page.keyboard.press('Escape')
      }
    }
  }

  /** Shows what the editor knows of this place, which is away from what a control key would turn into a link. */
  function hoverOver(wanted, place, options) {
    return untilVisible(wanted, async () => {
      await page.mouse.move(0, 0)
      await place.hover(options)
    })
  }

  /** The menu of quick fixes at this word, with this one in it. */
  function openQuickFixes(title, place) {
    return untilVisible(codeAction(title), async () => {
      await place.click()
      // With the pointer on it, Control would turn the word into a link.
      await page.mouse.move(0, 0)
      await page.keyboard.press('Control+.')
    })
  }

  async function press(key, times = 1) {
    for (let count = 0; count < times; count += 1) await page.keyboard.press(key)
  }

  async function copy(text) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  }

  /** A page within the page, as previews are, once it shows this. */
  async function frameWith(selector) {
    for (let attempt = 1; attempt < attempts * 10; attempt += 1) {
      for (const frame of page.frames()) {
        const found = frame.locator(selector).count()
        if ((await found.catch(() => 0)) > 0) return frame
      }
      await page.waitForTimeout(attemptLimit / 10)
    }
    throw new Error(`No frame shows ${selector}.`)
  }

  /** Pulls the edge of the side bar, by as many pixels. */
  async function widenSideBar(by) {
    const { x, y, width, height } = await page.locator('.part.sidebar').boundingBox()
    await page.mouse.move(x + width, y + height / 3)
    await page.mouse.down()
    await page.mouse.move(x + width + by, y + height / 3, { steps: 5 })
    await page.mouse.up()
  }

  /** Whatever fades in or unfolds has done so; a cursor blinks for ever. */
  async function settle() {
    await page.evaluate(async () => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      // What has been asked for a moment ago begins to move with the next frame.
      for (let frame = 0; frame < 3; frame += 1) await nextFrame()
      const moving = document
        .getAnimations()
        .filter(({ effect }) => effect.getComputedTiming().endTime < 5_000)
      await Promise.all(moving.map(({ finished }) => finished.catch(() => {})))
    })
  }

  async function takePicture(folder, name, clip) {
    await settle()
    return page.screenshot({ path: path.join(folder, `${name}.png`), ...(clip && { clip }) })
  }

  return {
    page,
    line,
    squiggles,
    lens,
    hover,
    codeAction,
    statusItem,
    tab,
    option,
    untilVisible,
    clickUntilVisible,
    open,
    runCommand,
    hoverOver,
    openQuickFixes,
    press,
    copy,
    frameWith,
    widenSideBar,
    settle,
    takePicture,
  }
}
