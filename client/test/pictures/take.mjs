// Takes the pictures of the documentation in a real editor: npm run screenshots [-- NAME…] [--theme NAME]
//
// It opens the packed extension (npm run package) in the newest VS Code, as the real-editor tests do, and needs a
// Chromium as they do. All pictures are left in client/test/screenshots/THEME/; those that the documentation shows
// are copied to images/. Without a name it takes all of them; without a theme, in light and dark.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { testFolder } from '../build.mjs'
import { cleanUpWhenStopped } from '../editor/lifetime.mjs'
import { outlineIn } from '../editor/outlineView.mjs'
import { unclutteredSettings, windowOn } from '../editor/window.mjs'
import { openWorkbench } from '../editor/workbench.mjs'
import { findVsix } from '../vsix.mjs'
import { withPalette } from './palette.mjs'
import { scenes } from './scenes.mjs'

const workspace = path.join(testFolder, 'pictures', 'reports')
const images = fileURLToPath(new URL('../../../images', import.meta.url))
const usualSize = { width: 1000, height: 640 }
/** Nothing is seen of the lines above and below. */
const margin = { across: 8, along: 2 }
const timeLimit = 15_000

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
}

cleanUpWhenStopped()
const { values, positionals } = parseArgs({ allowPositionals: true, options: { theme: { type: 'string' } } })
const unknown = positionals.filter((name) => !scenes.some((scene) => scene.name === name))
if (unknown.length > 0 || (values.theme && !Object.hasOwn(themes, values.theme))) {
  console.error(`The pictures are ${scenes.map(({ name }) => name).join(', ')};`)
  console.error(`the themes are ${Object.keys(themes).join(', ')}.`)
  process.exit(2)
}
const wanted = scenes.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
for (const theme of values.theme ? [values.theme] : ['light', 'dark']) {
  console.log(`# ${themes[theme]}`)
  await takeAll(wanted, theme)
}

async function takeAll(chosen, theme) {
  const folder = path.join(testFolder, 'screenshots', theme)
  mkdirSync(folder, { recursive: true })
  const settings = { ...unclutteredSettings, 'workbench.colorTheme': themes[theme] }
  const workbench = await openWorkbench({ workspace, vsix: findVsix(), settings })
  try {
    const window = windowOn(workbench.page)
    await window.page.setViewportSize(usualSize)
    window.page.setDefaultTimeout(timeLimit)
    await window.page.getByRole('treeitem', { name: 'checkout.md' }).waitFor()
    await window.widenSideBar(110)
    const parts = { ...window, outline: outlineIn(window) }
    for (const scene of chosen) await take(scene, { parts, theme, folder, workbench })
  } finally {
    await workbench.close()
  }
}

async function take(
  { name, show, restore, size = usualSize, inDocs = [] },
  { parts, theme, folder, workbench },
) {
  await parts.page.setViewportSize(size)
  try {
    const shown = await show(parts)
    await parts.settle()
    await parts.takePicture(folder, name, shown && (await frameOf(shown, size)))
    if (inDocs.includes(theme)) {
      const image = theme === 'light' ? `${name}.png` : `${name}-${theme}.png`
      const picture = readFileSync(path.join(folder, `${name}.png`))
      writeFileSync(path.join(images, image), withPalette(picture))
    }
    console.log(`  ✓ ${name}`)
  } catch (error) {
    process.exitCode = 1
    await parts.takePicture(folder, name)
    console.log(`  ✗ ${name}: ${error.message}`)
  }
  await parts.press('Escape', 2)
  await restore?.(parts)
  await beginAgain(parts, workbench.folder)
}

/** The part of the window that holds all of these. */
async function frameOf(shown, size) {
  for (const locator of shown) await locator.first().waitFor()
  const measure = (element) => element.getBoundingClientRect().toJSON()
  const boxes = await Promise.all(shown.map((locator) => locator.first().evaluate(measure)))
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - margin.across)
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - margin.along)
  const right = Math.min(size.width, Math.max(...boxes.map(({ x, width }) => x + width)) + margin.across)
  const bottom = Math.min(size.height, Math.max(...boxes.map(({ y, height }) => y + height)) + margin.along)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Nothing open, and the reports as they were: what is saved can be written over. */
async function beginAgain({ page, press }, folder) {
  const unsaved = page.locator('.tab.dirty').first()
  if (await unsaved.isVisible()) {
    await press('Control+K')
    await press('s')
    await unsaved.waitFor({ state: 'detached' })
  }
  await press('Control+K')
  await press('Control+W')
  await page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' })
  restoreReports(folder)
}

function restoreReports(folder) {
  for (const name of readdirSync(folder)) {
    const [original, copy] = [path.join(workspace, name), path.join(folder, name)]
    const text = existsSync(original) ? readFileSync(original, 'utf8') : null
    if (text === null) rmSync(copy)
    else if (text !== readFileSync(copy, 'utf8')) writeFileSync(copy, text)
  }
}
