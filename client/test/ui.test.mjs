// What a person sees and does, with the packed extension installed. Its pictures are left in screenshots/.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { testFolder } from './build.mjs'
import { cleanUpWhenStopped } from './editor/lifetime.mjs'
import { openWorkbench } from './editor/workbench.mjs'
import { findVsix } from './vsix.mjs'

const screenshots = path.join(testFolder, 'screenshots')
const workspace = path.join(testFolder, 'fixture')
const timeLimit = 30_000
const attempts = 10
const attemptLimit = 3_000

/** Few things around the report, so that a picture shows what it is about. */
const settings = {
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

let workbench
let page

cleanUpWhenStopped()

before(async () => {
  mkdirSync(screenshots, { recursive: true })
  workbench = await openWorkbench({ workspace, vsix: findVsix(), settings })
  page = workbench.page
  page.setDefaultTimeout(timeLimit)
  await page.getByRole('treeitem', { name: 'checkout-outage.md' }).dblclick()
  await squiggles().first().waitFor({ state: 'attached' })
  await widenSideBar()
})

after(() => workbench?.close())

test('a missing section is underlined at the title that it would follow', async () => {
  await picture('diagnostic')
  assert.equal(await squiggles().count(), 1)
  const [mark, title] = [await squiggles().boundingBox(), await line('## Timeline').boundingBox()]
  assert.ok(Math.abs(mark.y - title.y) < title.height / 2)
})

test('hovering over the underlined title tells what to do', async () => {
  const hover = page
    .locator('.monaco-hover:visible')
    .getByText('The section "Root Cause and Resolution" is missing.')
  await untilVisible(hover, async () => {
    await page.mouse.move(0, 0)
    await line('## Timeline').getByText('Timeline').hover()
  })
  await picture('hover')
})

test('the Problems panel lists it', async () => {
  await page.keyboard.press('Control+Shift+M')
  const problems = page.locator('.markers-panel')
  await problems.getByText('"Root Cause and Resolution" is missing').first().waitFor()
  await problems.getByText('section-missing').first().waitFor()
  await picture('problems')
  await page.keyboard.press('Control+Shift+M')
  await problems.waitFor({ state: 'hidden' })
})

test('the status bar tells the length of the report, and follows what is typed', async () => {
  const before = await shownWords()
  await line('The pool must follow').click()
  await page.keyboard.press('Home')
  await page.keyboard.type('One two three. ')
  await wordCount(before + 3).waitFor()
  for (let letter = 0; letter < 'One two three. '.length; letter += 1) await page.keyboard.press('Backspace')
  await wordCount(before).waitFor()
  await page.keyboard.press('Control+S')
})

test('the outline in the Explorer lists the sections, with the missing one in its place', async () => {
  await untilVisible(outlineItem('Timeline'), expandOutline)
  assert.deepEqual(await outlineTitles(), [
    'Issue Summary',
    'Timeline',
    'Root Cause and Resolution',
    'Corrective and Preventative Measures',
  ])
  assert.match(await outlineItem('Root Cause and Resolution').textContent(), /missing/i)
  await picture('outline')
})

test('a click in the outline goes to the section', async () => {
  await outlineItem('Corrective').click()
  const report = readFileSync(path.join(workspace, 'checkout-outage.md'), 'utf8')
  const target = report.split('\n').findIndex((text) => text.startsWith('## Corrective')) + 1
  await page.getByText(`Ln ${target}, Col `).waitFor()
})

test('Ctrl+. at the underlined title offers to insert the section', async () => {
  await page.keyboard.press('Control+Home')
  await openQuickFixes()
  // The picture of the front page: diagnostic, quick fix, word count and outline in one window.
  await picture('overview')
  await page.keyboard.press('Escape')
  await quickFix().waitFor({ state: 'hidden' })
})

test('the quick fix inserts the section, and one undo takes it back', async () => {
  await openQuickFixes()
  await page.keyboard.press('Enter')
  await squiggles().first().waitFor({ state: 'detached' })
  await line('## Root Cause and Resolution').waitFor()
  await picture('after-quick-fix')
  await page.keyboard.press('Control+Z')
  await squiggles().first().waitFor({ state: 'attached' })
  await line('## Root Cause and Resolution').waitFor({ state: 'detached' })
})

test('a click on a missing section in the outline inserts it', async () => {
  await outlineItem('Root Cause and Resolution').filter({ hasText: 'missing' }).click()
  await line('## Root Cause and Resolution').waitFor()
  await squiggles().first().waitFor({ state: 'detached' })
  // What is typed now replaces the placeholder that the insertion has left selected.
  await page.keyboard.type('A pool that was too patient')
  await line('A pool that was too patient').waitFor()
  await picture('after-insert')
  await page.keyboard.press('Control+S')
})

test('a timeline shows elapsed time, the figures of the incident and what is known of a time', async () => {
  await page.getByRole('treeitem', { name: 'mail-delay.md' }).dblclick()
  await line('01:42 EAT').getByText('+00:12').waitFor()
  await lens('Time to detect: 12 min').waitFor()
  const hover = page.locator('.monaco-hover:visible').getByText('2026-03-14 23:20')
  await untilVisible(hover, async () => {
    await page.mouse.move(0, 0)
    // Between the bullet and the hint, where the time is.
    await line('02:20 EAT').hover({ position: { x: 40, y: 8 } })
  })
  await picture('timeline')
  await page.keyboard.press('Escape')
})

test('a click on a figure goes to the line that it comes from', async () => {
  await page.mouse.move(0, 0)
  await lens('Time to mitigate: 1 h 20 min').click()
  const report = readFileSync(path.join(workspace, 'mail-delay.md'), 'utf8')
  const target = report.split('\n').findIndex((text) => text.includes('mitigated')) + 1
  await page.getByText(`Ln ${target}, Col `).waitFor()
})

test('the timeline is converted by a command that asks for the time zone', async () => {
  await page.keyboard.press('F1')
  await page.keyboard.type('Convert Time Zone')
  await page
    .getByRole('option', { name: /Postmortem: Convert Time Zone/ })
    .first()
    .click()
  await page.getByRole('option', { name: 'EAT, in this report' }).waitFor()
  await picture('time-zones')
  await page.getByRole('option', { name: /^UTC/ }).first().click()
  await line('22:42 UTC').waitFor()
  await picture('converted')
  await page.keyboard.press('Control+Z')
  await line('01:42 EAT').waitFor()
})

test('what was copied from a chat is pasted into the timeline as entries', async () => {
  await page.getByRole('treeitem', { name: 'checkout-outage.md' }).dblclick()
  await page.getByRole('tab', { name: 'checkout-outage.md', selected: true }).waitFor()
  await copy(
    'On-call engineer  10:15 AM\nrestarting the first instance\nDatabase team  10:18 AM\nthe first pool is well',
  )
  await line('10:10 UTC').click()
  // The first time goes to the end of what is shown as one line, the second to the end of the paragraph.
  await page.keyboard.press('End')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+V')
  await line('restarting the first instance').waitFor()
  await line('10:18 UTC').waitFor()
  await picture('pasted')
  await page.keyboard.press('Control+Z')
  await line('10:15 UTC').waitFor({ state: 'detached' })
  await copy('plain words')
  await page.keyboard.press('Control+V')
  await line('primary.plain words').waitFor()
  await page.keyboard.press('Control+Z')
  await line('primary.plain words').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+S')
})

test('a report that has only a title is completed by a quick fix', async () => {
  await page.getByRole('treeitem', { name: 'title-only.md' }).dblclick()
  await page.getByRole('tab', { name: 'title-only.md', selected: true }).waitFor()
  const insertAll = page.locator('.action-widget').getByText('Insert all 4 missing sections')
  await untilVisible(insertAll, async () => {
    await line('# Postmortem: the search was down').click()
    await page.keyboard.press('Control+.')
  })
  await picture('title-only')
  await insertAll.click()
  await line('## Corrective and Preventative Measures').waitFor()
  await picture('title-only-completed')
  await page.keyboard.press('Control+Z')
  await line('## Corrective and Preventative Measures').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+S')
  await page.getByRole('treeitem', { name: 'checkout-outage.md' }).dblclick()
  await page.getByRole('tab', { name: 'checkout-outage.md', selected: true }).waitFor()
})

test('the Markdown preview shows the incident as a picture, in light and dark', async () => {
  await runCommand('View: Toggle Primary Side Bar Visibility')
  await runCommand('Markdown: Open Preview to the Side')
  const shown = await frameWith('.vscode-light .postmortem-timeline')
  const drawing = shown.locator('.postmortem-timeline')
  assert.match(await drawing.textContent(), /Detected 09:09 UTC/)
  const title = shown.locator('h2', { hasText: 'Timeline' })
  assert.ok((await drawing.boundingBox()).y < (await title.boundingBox()).y)
  await drawing.scrollIntoViewIfNeeded()
  await picture('preview')
  await runCommand('Preferences: Toggle between Light/Dark Themes')
  await (await frameWith('.vscode-dark .postmortem-timeline'))
    .locator('h2', { hasText: 'Timeline' })
    .waitFor()
  await picture('preview-dark')
  await runCommand('Preferences: Toggle between Light/Dark Themes')
  await frameWith('.vscode-light .postmortem-timeline')
  await runCommand('View: Close Editors in Other Groups')
  await runCommand('View: Toggle Primary Side Bar Visibility')
})

test('a command shows the picture beside the report, and it follows what is typed', async () => {
  await page.getByRole('treeitem', { name: 'checkout-outage.md' }).dblclick()
  await runCommand('Postmortem: Show Timeline')
  await frameWith('.postmortem-timeline')
  await line('09:50 UTC').click()
  await page.keyboard.press('Home')
  for (let letter = 0; letter < '- 09:5'.length; letter += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await page.keyboard.type('5')
  await frameWith('.postmortem-timeline text:has-text("09:55 UTC")')
  await picture('show-timeline')
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+S')
  await runCommand('View: Close Editors in Other Groups')
})

test('a new report is begun from a template in one flow, and its file bears the day in UTC', async () => {
  await page.keyboard.press('F1')
  await page.keyboard.type('New Postmortem from Template')
  await option('Postmortem: New Postmortem from Template…').click()
  await option('Holberton').waitFor()
  await picture('new-template')
  await page.keyboard.press('Enter')
  await page.getByText('What happened, in a few words?').waitFor()
  await page.keyboard.type('Mail delayed')
  await page.keyboard.press('Enter')
  await option('SEV2').click()
  await page.getByText('When did it start, in UTC?').waitFor()
  await page.keyboard.press('Enter')
  await option('-mail-delayed.md').click()
  await line('# Postmortem: Mail delayed').waitFor()
  await line('severity: "SEV2"').waitFor()
  await page.getByRole('tab', { name: /^\d{4}-\d\d-\d\d-mail-delayed\.md/, selected: true }).waitFor()
  await picture('new-report')
  await page.keyboard.press('Control+S')
})

test('ordinary Markdown is left alone', async () => {
  await page.getByRole('treeitem', { name: 'README.md' }).dblclick()
  await page.getByRole('tab', { name: 'README.md', selected: true }).waitFor()
  await page.locator('.statusbar-item', { hasText: /\d words/ }).waitFor({ state: 'hidden' })
  await outlineItem('Timeline').waitFor({ state: 'hidden' })
  assert.equal(await squiggles().count(), 0)
  await picture('ordinary')
})

async function copy(text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
}

/** The list of commands moves while it is filled, so a click may miss. */
async function runCommand(name) {
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press('F1')
    await page.keyboard.type(name)
    try {
      await page.getByRole('option', { name }).first().click({ timeout: attemptLimit })
      return
    } catch (error) {
      if (attempt === attempts) throw error
      await page.keyboard.press('Escape')
    }
  }
}

/** A page within the page, as previews are, once it shows this. */
async function frameWith(selector) {
  for (let attempt = 1; attempt < attempts * 10; attempt += 1) {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        return frame
    }
    await page.waitForTimeout(attemptLimit / 10)
  }
  throw new Error(`No frame shows ${selector}.`)
}

/** Of the list that drops down from the top of the window. */
function option(name) {
  return page.locator('.quick-input-list').getByRole('option', { name }).first()
}

function squiggles() {
  return page.locator('.squiggly-warning')
}

function lens(title) {
  return page.locator('.codelens-decoration').getByText(title)
}

function line(beginning) {
  return page.locator('.view-line', { hasText: beginning }).first()
}

function wordCount(words) {
  return page.locator('.statusbar-item:visible', { hasText: `${words} words` })
}

async function shownWords() {
  const item = page.locator('.statusbar-item:visible', { hasText: /\d words/ })
  return Number.parseInt(/\d+ words/.exec(await item.textContent())[0], 10)
}

function outline() {
  return page.locator('.pane', { has: outlineHeader() })
}

function outlineHeader() {
  return page.getByRole('button', { name: /Postmortem.* Section/ })
}

function outlineItem(title) {
  return outline().getByRole('treeitem', { name: title }).first()
}

async function outlineTitles() {
  const items = await outline().getByRole('treeitem').all()
  return Promise.all(items.map((item) => item.locator('.label-name').first().textContent()))
}

async function expandOutline() {
  if ((await outlineHeader().getAttribute('aria-expanded')) !== 'true') await outlineHeader().click()
}

function quickFix() {
  return page.locator('.action-widget').getByText('Insert section "Root Cause and Resolution"')
}

function openQuickFixes() {
  return untilVisible(quickFix(), async () => {
    await line('## Timeline').getByText('Timeline').click()
    // With the pointer on it, Control would turn the word into a link.
    await line('The pool must follow').hover({ position: { x: 400, y: 5 } })
    await page.keyboard.press('Control+.')
  })
}

/** Wide enough for the longest title of a section and its word count. */
async function widenSideBar() {
  const { x, y, width, height } = await page.locator('.part.sidebar').boundingBox()
  await page.mouse.move(x + width, y + height / 3)
  await page.mouse.down()
  await page.mouse.move(x + width + 90, y + height / 3, { steps: 5 })
  await page.mouse.up()
}

/** Does it again until the thing shows: a menu that is asked for while the editor starts comes up empty or closes. */
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

/** What fades in has arrived when the picture is taken; a cursor blinks for ever. */
async function picture(name) {
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < 5_000)
    await Promise.all(fading.map(({ finished }) => finished.catch(() => {})))
  })
  return page.screenshot({ path: path.join(screenshots, `${name}.png`) })
}
