// Tab, after everything that can be inserted: it leads on to what is left to fill in, and never changes what is there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { authorIn } from '../editor/author.mjs'
import { outlineIn } from '../editor/outlineView.mjs'
import { openReports } from './start.mjs'

const window = await openReports()
const { page, folder, line, press, picture } = window
const { at } = authorIn(window, path.join(folder, '..', 'pictures'))
const outline = outlineIn(window)

/** Where a word goes for each of these places; each begins with what the one before it has left. */
const fewPlaces = [
  {
    way: 'a quick fix',
    insert: async () => {
      await window.openQuickFixes('Insert section', line('## Timeline').getByText('Timeline'))
      await press('Enter')
    },
    places: ['{{what caused the issue, in detail}}', '{{how it was fixed, in detail}}'],
    expected: (before) =>
      before.replace(
        '## Corrective',
        '## Root Cause and Resolution\n\n- **Root Cause:** word 1\n- **Resolution:** word 2\n\n## Corrective',
      ),
  },
  {
    way: 'New Timeline Entry',
    insert: async () => {
      await press('Control+K')
      await press('A')
      await page.getByText('When did it happen?').waitFor()
      await press('Control+A')
      await page.keyboard.type('09:07 UTC')
      await press('Enter')
    },
    places: ['{{What happened.}}'],
    expected: (before) => before.replace('- 09:09', '- 09:07 UTC - word 1\n- 09:09'),
  },
  {
    way: 'a snippet',
    insert: async () => {
      await press('Control+End')
      await page.keyboard.type('pm-task')
      await suggest('pm-task')
      await press('Enter')
    },
    places: ['{{a specific task}}', '{{who}}', '{{YYYY-MM-DD}}'],
    expected: (before) => `${before}- [ ] word 1 (owner: word 2, due: word 3)`,
  },
]

/** Each inserts more places than this, so Tab comes round to the first again. */
const tabs = 45

const manyPlaces = [
  {
    way: 'the outline',
    file: 'search-outage.md',
    insert: async () => {
      await outline.expand()
      await outline.item('Timeline').click()
    },
    title: '## Timeline',
    mark: '†',
  },
  {
    way: 'completion',
    file: 'search-outage.md',
    insert: async () => {
      await press('Control+End')
      await press('Enter')
      await page.keyboard.type('## C')
      await suggest('Corrective')
      await press('Enter')
    },
    title: '## Corrective and Preventative Measures',
    mark: '‡',
  },
  {
    way: 'Insert All Missing Sections',
    file: 'title-only.md',
    insert: () => window.runCommand('Insert All Missing Sections'),
    title: '## Timeline',
    mark: '※',
  },
]

/**
 * In milliseconds. In a window that has just opened, it takes the editor up to 630 to take in that Tab leads on, and more
 * on a busy machine: less than anybody needs to read what was inserted.
 */
const longestUntilTold = 2_500

for (const { way, insert, places, expected } of fewPlaces) {
  test(`Tab leads through what was inserted by ${way}, and once more changes nothing`, async () => {
    const before = read('checkout-outage.md')
    await insert()
    await page.waitForTimeout(longestUntilTold)
    for (const [index, place] of places.entries()) {
      await at(place)
      await page.keyboard.insertText(`word ${index + 1}`)
      await press('Tab')
    }
    // Behind the last place, Tab ends this and changes nothing. After that, it is the editor's again.
    await press('Tab')
    await save()
    assert.equal(read('checkout-outage.md'), expected(before))
    await picture(`tab-after-${way.toLowerCase().replaceAll(' ', '-')}`)
  })
}

test('Tab nests a new bullet', async () => {
  await press('Control+Home')
  await line('- 09:07').click()
  await press('End')
  await press('Enter')
  await page.keyboard.type('- ')
  // Keys that come before the extension has seen the bullet do what they do elsewhere, so they are pressed again.
  await window.untilVisible(page.locator('.view-line', { hasText: /^\s{2,4}-\s+$/ }), () => press('Tab'))
  await page.keyboard.type('in every region')
  await save()
  assert.match(read('checkout-outage.md'), /word 1\n {2,4}- +in every region\n- 09:/)
})

for (const { way, file, insert, title, mark } of manyPlaces) {
  test(`Tab goes round in what was inserted by ${way}, and changes nothing`, async () => {
    await window.open(file)
    await insert()
    await line(title).waitFor()
    await save()
    const inserted = read(file)
    assert.match(inserted, new RegExp(`^${title}$`, 'm'))
    await press('Tab', tabs)
    // One letter, so that it goes to one place, wherever Tab has led by now: to a placeholder, or to the end.
    await page.keyboard.insertText(mark)
    await save()
    const [start, end] = read(file).split(mark)
    assert.ok(inserted.startsWith(start) && inserted.endsWith(end), read(file))
    assert.match(inserted.slice(start.length, inserted.length - end.length), /^(?:\{\{[^{}]+\}\})?$/)
    await picture(`tab-after-${way.toLowerCase().replaceAll(' ', '-')}`)
  })
}

async function suggest(label) {
  const suggestion = page.locator('.suggest-widget').getByText(label).first()
  await window.untilVisible(suggestion, () => press('Control+Space'))
}

async function save() {
  await press('Control+S')
  await page.locator('.tab.dirty').waitFor({ state: 'detached' })
}

function read(file) {
  return readFileSync(path.join(folder, file), 'utf8')
}
