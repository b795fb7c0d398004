// The page that `postmortem report --format html` writes, in a real browser.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { testFolder } from '../build.mjs'
import { launchBrowser } from '../editor/workbench.mjs'

const screenshots = path.join(testFolder, 'screenshots')
const folder = mkdtempSync(path.join(tmpdir(), 'postmortem-page-'))
const address = pathToFileURL(path.join(folder, 'incidents.html')).href
let browser

before(async () => {
  mkdirSync(screenshots, { recursive: true })
  writeReport('search', 'Search is down', '2026-01-10', '14:45', 'SEV1')
  writeReport('mail', 'Mail is late', '2026-02-20', '18:10', 'SEV2')
  writeReport('hostile', '\\<img src=x onerror="document.title=1"> & "more"', '2026-03-01', '14:12', 'SEV3')
  const cli = path.resolve(testFolder, '../../dist/cli.js')
  const page = execFileSync(process.execPath, [cli, 'report', '--format', 'html'], { cwd: folder })
  writeFileSync(path.join(folder, 'incidents.html'), page)
  browser = await launchBrowser()
})

after(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

function writeReport(name, title, day, end, severity) {
  const lines = [
    `# Postmortem: ${title}`,
    '## Issue Summary',
    `- **Duration:** ${day}, 14:00 to ${end} UTC\n- **Severity:** ${severity}\n- **Impact:** All users saw errors.`,
    '## Timeline',
    `- 14:05 UTC - Detected by an alert.\n- ${end} UTC - Service restored.`,
    '## Root Cause and Resolution',
    'The disk was full.',
    '## Corrective and Preventative Measures',
    '- [ ] Add an alert on a full disk (owner: Kim, due: 2026-04-01)',
  ]
  writeFileSync(path.join(folder, `${name}.md`), `${lines.join('\n\n')}\n`)
}

/** A page whose every complaint and every request beyond itself fails the test. */
async function open(options) {
  const page = await browser.newPage(options)
  const complaints = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => request.url() === address || complaints.push(request.url()))
  await page.goto(address)
  return { page, complaints }
}

const titles = (page) => page.locator('#incidents tbody tr:not([hidden]) td:nth-child(2)').allTextContents()

for (const colorScheme of ['light', 'dark']) {
  test(`everybody can read and use it, in ${colorScheme}`, async () => {
    const { page, complaints } = await open({ colorScheme, viewport: { width: 1200, height: 900 } })
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => globalThis.axe.run())
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      [],
    )
    await page.screenshot({ path: path.join(screenshots, `incidents-${colorScheme}.png`), fullPage: true })
    assert.deepEqual(complaints, [])
    await page.close()
  })
}

test('what a report says is text, and runs nothing', async () => {
  const { page, complaints } = await open()
  assert.ok((await titles(page)).includes('<img src=x onerror="document.title=1"> & "more"'))
  assert.equal(await page.locator('img').count(), 0)
  assert.equal(await page.title(), 'Incidents')
  assert.deepEqual(complaints, [])
  await page.close()
})

test('the table is sorted with a mouse or a keyboard', async () => {
  const { page } = await open()
  const heading = page.locator('#incidents').getByRole('columnheader', { name: 'Duration' })
  await heading.getByRole('button').click()
  assert.equal(await heading.getAttribute('aria-sort'), 'ascending')
  assert.match((await titles(page)).join(), /img.*Search.*Mail/)
  await heading.getByRole('button').press('Enter')
  assert.equal(await heading.getAttribute('aria-sort'), 'descending')
  assert.match((await titles(page)).join(), /Mail.*Search.*img/)
  await page.close()
})

test('a search leaves the rows that have all its words, and says how many', async () => {
  const { page } = await open()
  await page.getByRole('searchbox', { name: 'Search' }).fill('sev2 mail')
  assert.deepEqual(await titles(page), ['Mail is late'])
  assert.equal(await page.getByRole('status').textContent(), '1 of 3 shown')
  await page.getByRole('searchbox').fill('')
  assert.equal((await titles(page)).length, 3)
  await page.close()
})

test('every mark can be reached with the keyboard and leads to its report', async () => {
  const { page } = await open()
  const marks = page.locator('svg.axis.wide a')
  assert.equal(await marks.count(), 3)
  await page.keyboard.press('Tab')
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
  assert.equal(focused, 'hostile.md#L1')
  assert.match(await marks.last().getAttribute('aria-label'), /^Search is down: 2026-01-10, SEV1, 45 min$/)
  await page.close()
})

test('it fits on a phone and on paper', async () => {
  const { page } = await open({ viewport: { width: 320, height: 700 } })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok((await width()) <= 320)
  await page.screenshot({ path: path.join(screenshots, 'incidents-narrow.png'), fullPage: true })
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  assert.ok(await page.getByRole('searchbox').isHidden())
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    'rgb(255, 255, 255)',
  )
  assert.ok((await width()) <= 794)
  await page.screenshot({ path: path.join(screenshots, 'incidents-print.png'), fullPage: true })
  await page.close()
})
