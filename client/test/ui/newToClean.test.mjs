// From the first question to a report without findings, as somebody writes it who has never seen the tool: with keys,
// the product's own commands and prose. The record of it is left in screenshots/new-to-clean.md.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { outlineIn } from '../editor/outlineView.mjs'
import * as story from '../editor/parcelStory.mjs'
import { openEmptyFolder } from './start.mjs'

const { window, author } = await openEmptyFolder('new-to-clean')
const { page, folder, line, option, statusItem } = window
const { step, press, search, write, click, fillIn } = author
const fileName = '2024-05-10-parcel-tracking-pages-unavailable.md'

/** As the status bar counts them. */
function problems(count) {
  return page.getByLabel(`Warnings: ${count}`).first()
}

async function begin() {
  await step('Ask for a new report', async () => {
    await press('F1')
    await page.locator('.quick-input-widget').waitFor()
    await search('new postm')
    await option('New Postmortem from Template…').waitFor()
    await press('Enter')
    await option('Holberton').waitFor()
  })
  await step('Say what happened', async () => {
    await press('Enter')
    await page.getByText('What happened, in a few words?').waitFor()
    await write('Parcel tracking pages unavailable')
    await press('Enter')
  })
  await step('Say how severe it was', async () => {
    await option('Leave it open').waitFor()
    await search('2')
    await option('SEV2').waitFor()
    await press('Enter')
  })
  await step('Say when it began', async () => {
    await page.getByText('When did it start, in UTC?').waitFor()
    await write('2024-05-10 22:48')
    await page.getByText(/2024-05-10 22:48 UTC, .* ago/).waitFor()
    await press('Enter')
  })
  await step('Say when it was over', async () => {
    await page.getByText('When did it end, in UTC?').waitFor()
    await write('00:22')
    await page.getByText('2024-05-11 00:22 UTC, after 1 h 34 min').waitFor()
    await press('Enter')
  })
  await step('Take the file that is offered', async () => {
    await option(fileName).waitFor()
    assert.deepEqual(readdirSync(folder), [])
    await press('Enter')
    await line('2024-05-10 22:48 UTC to 2024-05-11 00:22 UTC (1 hour 34 minutes)').waitFor()
    // A fresh report is told quietly what is left to fill in.
    await page.locator('.squiggly-info').first().waitFor({ state: 'attached' })
    assert.equal(await window.squiggles().count(), 0)
    await page.getByText('Holberton · 10 of 32 filled in').waitFor({ state: 'attached' })
  })
  assert.deepEqual(readdirSync(folder), [fileName])
}

async function fillEverythingIn() {
  await step('Summarize', async () => {
    await fillIn('{{which service was down or slow, and what its users experienced}}', story.impact)
    await fillIn('{{how many}}', '38')
    await fillIn('{{the cause, in one sentence}}', story.shortCause)
  })
  await step('Tell the timeline', async () => {
    for (const [time, placeholder, event] of story.timeline) {
      await fillIn('{{HH:MM}}', time)
      await fillIn(placeholder, event)
    }
  })
  await step('Explain', async () => {
    await fillIn('{{what caused the issue, in detail}}', story.cause)
    await fillIn('{{how it was fixed, in detail}}', story.fix)
  })
  await step('Draw the consequences', async () => {
    await fillIn('{{what can be improved, broadly}}', story.improvement)
    for (const [task, owner] of story.tasks) {
      await fillIn('{{a specific task}}', task)
      await fillIn('{{who}}', owner)
      await fillIn('{{YYYY-MM-DD}}', story.due)
    }
  })
}

async function addWhatWasForgotten() {
  await step('Add an entry', async () => {
    await press('Control+K A')
    await page.getByText('When did it happen?').waitFor()
    await write(
      '00:07 The node was taken out of the cache, which mitigated the errors, and its memory was emptied.',
    )
    await press('Enter')
    await line('00:07 UTC').waitFor()
  })
  await step('Add another one where the cursor is', async () => {
    await press('End End')
    await press('Enter')
    await write(
      '- 00:02 UTC - The storage team found that one cache node refused all writes and was restarted again and again.',
    )
    await problems(1).waitFor()
  })
  await step('Sort the timeline', async () => {
    await press('Control+.')
    await window.codeAction('Sort the timeline').waitFor()
    await press('Enter')
    await problems(1).waitFor({ state: 'detached' })
  })
  await step('Add an improvement, as some words are missing', async () => {
    await statusItem('short by').waitFor()
    const outline = outlineIn(window)
    await click(outline.header(), 'Postmortem')
    await click(outline.item('Corrective'), 'Corrective and Preventative Measures')
    await page.getByText('Ln 28, Col ').waitFor()
    await press('ArrowDown', 4)
    await press('End End')
    await press('Enter')
    await write(`- ${story.otherImprovement}`)
    await statusItem(/^4\d\d words \(\d+ in Corrective and Preventa…\)$/).waitFor()
  })
}

async function lookAtProblems() {
  await step('Look at the problems', async () => {
    await press('Control+S')
    await page.locator('.tab.dirty').waitFor({ state: 'detached' })
    await press('Control+Shift+M')
    await page.getByText('No problems have been detected in the workspace.').waitFor()
  })
  assert.match(
    readFileSync(path.join(folder, fileName), 'utf8'),
    /- 23:34 UTC.*\n- 00:02 UTC.*\n- 00:07 UTC.*\n- 00:22 UTC/,
  )
}

test('a report is written from New Postmortem to no finding, with keys, commands and prose', async () => {
  await begin()
  await fillEverythingIn()
  await addWhatWasForgotten()
  await lookAtProblems()
  author.leaveRecord('new-to-clean', 'From New Postmortem to a report without findings')
  const keys = author.keys().reduce((sum, each) => sum + each, 0)
  assert.ok(keys < 60, `${keys} keys that are no prose`)
})
