// A report of a team that has a format of its own and no configuration.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { openFolder } from './start.mjs'

const report = `# 2024-05-10: cache nodes refuse writes

Between 22:48 and 00:22 UTC about a third of all checkouts failed, because one cache node refused every write.

## Key events

| Time (UTC) | Event |
| --- | --- |
| 2024-05-10 22:48 | The first checkouts fail. |
| 2024-05-10 22:56 | The alert on failed checkouts pages the payments team. |
| 2024-05-11 00:22 | The node is taken out, and all checkouts work again. |

## What went well

The alert came within minutes.

## What went poorly

The dashboard showed the average of all nodes, so that a single one was not seen.

## Where we got lucky

It was late in the evening.

## Follow-up

- Show each cache node on the dashboard, PAY-410
- Take a node that refuses writes out by itself, PAY-411
`

const folder = mkdtempSync(path.join(tmpdir(), 'postmortem-own-shape-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(path.join(folder, '2024-05-10-cache.md'), report)
const window = await openFolder(folder)

test('a report with a shape of its own is opened without a warning', async () => {
  await window.open('2024-05-10-cache.md')
  await window.statusItem(/\d words/).waitFor()
  assert.equal(await window.squiggles().count(), 0)
  await window.press('Control+Shift+M')
  await window.page.getByText('No problems have been detected in the workspace.').waitFor()
  await window.picture('own-shape')
})
