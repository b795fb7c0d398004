// Reports that are begun in other ways than from the default template by the command, written to their end with keys.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import * as story from '../editor/parcelStory.mjs'
import { openEmptyFolder } from './start.mjs'

const { window, author } = await openEmptyFolder('other-beginnings')
const { page, folder, line, option, statusItem } = window
const { step, press, search, write, fillIn, at } = author

test('a report after another template of eight is found fault with for nothing once it is filled in', async () => {
  await step('Begin after Google SRE', async () => {
    await command('new postm', 'New Postmortem from Template…')
    await option('Google SRE').waitFor()
    await search('google')
    await option('Holberton').waitFor({ state: 'detached' })
    await press('Enter')
    await page.getByText('What happened, in a few words?').waitFor()
    await write('Parcel tracking pages unavailable')
    await press('Enter')
    await option('Leave it open').waitFor()
    await press('Enter')
    await page.getByText('When did it start, in UTC?').waitFor()
    await write('2024-05-10 22:48')
    await press('Enter')
    await page.getByText('When did it end, in UTC?').waitFor()
    await write('00:22')
    await press('Enter')
    await option('2024-05-10-parcel').waitFor()
    await press('Enter')
    await line('- **Date:** 2024-05-10').waitFor()
  })
  await step('Fill in Google SRE', async () => {
    for (const [placeholder, text] of googleSre) await fillIn(placeholder, text)
  })
  await expectNoProblems('Look at the problems of Google SRE')
})

test('one that was begun by its snippet asks for its zone once, and counts how long it was by itself', async () => {
  await step('Open an empty file', () => openEmptyMarkdown('snippet.md'))
  await step('Begin with a snippet', async () => {
    await search('pm-holb')
    await suggest('pm-holberton')
    await press('Enter')
    await line('# Postmortem:').waitFor()
  })
  await step('Fill in the duration', async () => {
    await fillIn('{{what happened, in a few words}}', 'Parcel tracking pages unavailable')
    await fillIn('{{start, with date}}', '2024-05-10 22:48')
    await fillIn('{{end}}', '2024-05-11 00:22')
    await statusItem('6 selections').waitFor()
    await write('UTC')
    await press('Tab')
    await at('{{how long}}')
    // The menu has it once the zone has been read.
    await window.untilVisible(window.codeAction('Write "1 hour 34 minutes"'), () => press('Control+.'))
    await press('Enter')
    await line('(1 hour 34 minutes)').waitFor()
    await press('Tab')
  })
  await step('Fill in the rest', async () => {
    await fillIn('{{which service was down or slow, and what its users experienced}}', story.impact)
    await fillIn('{{how many}}', '38')
    await fillIn('{{the cause, in one sentence}}', story.shortCause)
    for (const [time, placeholder, event] of story.timeline) {
      await fillIn('{{HH:MM}}', time)
      await fillIn(placeholder, event)
    }
    await fillIn('{{what caused the issue, in detail}}', `${story.cause} ${story.lesson}`)
    await fillIn('{{how it was fixed, in detail}}', story.fix)
    await fillIn('{{what can be improved, broadly}}', story.improvement)
    for (const [task, owner] of story.tasks) {
      await fillIn('{{a specific task}}', task)
      await fillIn('{{who}}', owner)
      await at('{{YYYY-MM-DD}}')
      await suggest('in a week')
      await press('Enter')
      await press('Tab')
    }
  })
  await expectNoProblems('Look at the problems of the snippet')
})

test('one that was begun by completion leads on with Tab after an insertion, which one undo takes back', async () => {
  await step('Open another empty file', () => openEmptyMarkdown('completion.md'))
  await step('Begin with completion', async () => {
    await suggest('Holberton postmortem')
    await press('Enter')
    await fillIn('{{what happened, in a few words}}', 'Parcel tracking pages unavailable')
    await at('{{start, with date}}')
  })
  const insertEntry = async () => {
    await press('Control+K A')
    await page.getByText('When did it happen?').waitFor()
    await write('22:56 UTC')
    await press('Enter')
    await at('{{What happened.}}')
  }
  await step('Insert an entry', insertEntry)
  await step('Take it back', async () => {
    await press('Control+Z')
    await line('22:56 UTC').waitFor({ state: 'detached' })
    await line('{{The issue was detected').waitFor()
  })
  await step('Insert it again', async () => {
    await insertEntry()
    await write('An alert fired.')
    await press('Tab')
    await at('{{HH:MM}}')
  })
  await step('Go on from placeholder to placeholder', async () => {
    await press('Control+Home')
    await press('Control+K N')
    await at('{{start, with date}}')
    await write('2024-05-10 22:48')
    await press('Tab')
    await at('{{end}}')
    await press('Shift+Tab')
    await at('{{YYYY-MM-DD}}')
  })
  author.leaveRecord('other-beginnings', 'Reports that are begun in other ways')
})

async function command(words, title) {
  await press('F1')
  await search(words)
  await option(title).waitFor()
  await press('Enter')
}

async function openEmptyMarkdown(name) {
  writeFileSync(path.join(folder, name), '')
  await window.open(name)
  await statusItem('Markdown').waitFor()
}

/** What the editor suggests here, once this is the first of it. */
async function suggest(label) {
  const list = page.locator('.suggest-widget')
  await window.untilVisible(list.getByText(label).first(), () => page.keyboard.press('Control+Space'))
  await list.locator('.monaco-list-row.focused').waitFor()
}

async function expectNoProblems(title) {
  await step(title, () =>
    window.untilVisible(page.getByText('No problems have been detected in the workspace.'), () =>
      press('Control+Shift+M'),
    ),
  )
}

const googleSre = [
  ['{{who wrote this}}', 'the storage team'],
  ['{{draft, in review or final}}', 'final'],
  [
    '{{What happened, in two or three sentences.}}',
    'Customers could not see where their parcels were. The service was brought back by emptying one node of its cache.',
  ],
  [
    '{{Who could not do what, and how many they were.}}',
    'About 38% of the visitors of the tracking pages saw an error, some 120,000 people.',
  ],
  ['{{a cause, and why it had not shown before}}', story.cause],
  ['{{What set it off.}}', 'One cache node reached the limit of its memory.'],
  ['{{What was done, and what it changed.}}', story.fix],
  [
    '{{What noticed it, and how long after the start.}}',
    'A monitoring alert noticed it eight minutes after the start.',
  ],
  ...story.tasks.flatMap(([task, owner], index) => [
    ['{{what is to be done}}', task],
    ['{{who}}', owner],
    ['{{YYYY-MM-DD}}', story.due],
    ['{{number}}', `OPS-41${index}`],
  ]),
  ['{{what helped}}', 'The alert fired before the first customer called'],
  ['{{what made it worse or longer}}', 'The deployment looked like the cause, and was not'],
  ['{{what nobody had planned for and helped all the same}}', 'The other two nodes had memory to spare'],
  ['{{HH:MM}}', '22:48'],
  ['{{The outage begins.}}', 'The outage began: the first requests failed.'],
  ['{{HH:MM}}', '22:56'],
  ['{{It is noticed, by whom or by what.}}', 'A monitoring alert reported it.'],
  ['{{HH:MM}}', '00:22'],
  ['{{The outage ends.}}', 'The error rate was back to normal and the outage was over: it was resolved.'],
  ['{{a link, and what it shows}}', 'The graph of the error rate, kept with this report'],
]
