// Every file of these tests begins with a window of its own, with the packed extension in it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { testFolder } from '../build.mjs'
import { authorIn } from '../editor/author.mjs'
import { cleanUpWhenStopped } from '../editor/lifetime.mjs'
import { unclutteredSettings, windowOn } from '../editor/window.mjs'
import { openWorkbench } from '../editor/workbench.mjs'
import { findVsix } from '../vsix.mjs'

const screenshots = path.join(testFolder, 'screenshots')
const workspace = path.join(testFolder, 'fixture')

/** The window with the report of the checkout, which lacks a section. */
export async function openReports(options) {
  const window = await openFolder('fixture', options)
  await window.open('checkout-outage.md')
  await window.squiggles().first().waitFor({ state: 'attached' })
  // Wide enough for the longest title of a section and its word count.
  await window.widenSideBar(90)
  return window
}

/**
 * A window on a copy of a folder beside this one, in which nothing is open; `picture` leaves what it shows behind,
 * `folder` is that copy, and `installed` is where the extensions of this editor are.
 */
export async function openFolder(name, { language } = {}) {
  cleanUpWhenStopped()
  process.prependOnceListener('uncaughtException', giveUp)
  mkdirSync(screenshots, { recursive: true })
  const { page, folder, close } = await openWorkbench({
    workspace: path.resolve(testFolder, name),
    vsix: findVsix(),
    settings: unclutteredSettings,
    prepare: (page) => language && page.addInitScript(setLanguage, language),
  })
  after(close)
  const window = windowOn(page)
  return {
    ...window,
    picture: (name) => window.takePicture(screenshots, name),
    folder,
    installed: path.join(path.dirname(folder), 'extensions'),
  }
}

/** A window with nothing in its folder, and somebody who writes there and leaves pictures of every step. */
export async function openEmptyFolder(pictures) {
  const empty = mkdtempSync(path.join(tmpdir(), 'postmortem-empty-'))
  after(() => rmSync(empty, { recursive: true, force: true }))
  const window = await openFolder(empty)
  // What somebody presses who is quicker than the editor counts for nothing.
  await window.untilVisible(window.option('New Postmortem from Template…'), async () => {
    await window.press('F1')
    await window.page.keyboard.type('new postm')
  })
  await window.press('Escape')
  await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
  return { window, author: authorIn(window, path.join(screenshots, pictures)) }
}

/** The number of the first such line in the report as it was opened. */
export function lineNumber(file, isWanted) {
  const lines = readFileSync(path.join(workspace, file), 'utf8').split('\n')
  return lines.findIndex(isWanted) + 1
}

/**
 * Runs in the page, before the editor asks which language it is in. Its own texts stay English, for no language
 * pack is installed; extensions are told the language, as with a pack.
 */
function setLanguage(language) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: language })
}

/** What fails outside of a test would end this process at once, without any clean-up. */
function giveUp(error) {
  console.error(error.stack)
  process.exit(1)
}
