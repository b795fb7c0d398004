// Every file of these tests begins with a window of its own, with the packed extension in it.
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after } from 'node:test'
import { testFolder } from '../build.mjs'
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
 * and `installed` is where the extensions of this editor are.
 */
export async function openFolder(name, { language } = {}) {
  cleanUpWhenStopped()
  mkdirSync(screenshots, { recursive: true })
  const { page, folder, close } = await openWorkbench({
    workspace: path.join(testFolder, name),
    vsix: findVsix(),
    settings: unclutteredSettings,
    prepare: (page) => language && page.addInitScript(setLanguage, language),
  })
  after(close)
  const window = windowOn(page)
  return {
    ...window,
    picture: (name) => window.takePicture(screenshots, name),
    installed: path.join(path.dirname(folder), 'extensions'),
  }
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
