// A configuration, and no report beside it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runningIn } from '../editor/running.mjs'
import { openFolder } from './start.mjs'

const window = await openFolder('configured')
const running = runningIn(window)

test('a configuration is checked as soon as it is open, and nothing is started before', async () => {
  for (let awake = []; !awake.includes('Postmortem'); ) awake = await running.extensions()
  assert.deepEqual(running.servers(), [])
  await window.open('.postmortem.yml')
  await window.page.locator('.squiggly-error').first().waitFor({ state: 'attached' })
  assert.equal(running.servers().length, 1)
})
