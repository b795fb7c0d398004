import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { expectEqual, expectMatch, expectPresent } from './expect.ts'
import { callTool } from './languageModel.ts'

describe('A link in the workspace', () => {
  const root = () => expectPresent('folder', vscode.workspace.workspaceFolders?.[0]).uri.fsPath
  const links = ['linked.md', 'linked'].map((name) => join(root(), name))
  let outside = ''

  before(() => {
    outside = mkdtempSync(join(tmpdir(), 'postmortem-outside-'))
    writeFileSync(join(outside, 'plan.md'), '# Postmortem: secret words\n')
    symlinkSync(join(outside, 'plan.md'), links[0]!)
    symlinkSync(outside, links[1]!)
  })
  after(() => {
    for (const link of links) rmSync(link)
    rmSync(outside, { recursive: true })
  })

  it('leads no language model out of it', async () => {
    for (const path of ['linked.md', 'linked/plan.md', join(outside, 'plan.md')]) {
      const answer = await callTool('inspect_report', { path }).catch(String)
      expectMatch(String(answer), /is outside of the workspace/)
    }
    const inside = await callTool('inspect_report', { path: join(root(), 'checkout-outage.md') })
    expectEqual(JSON.parse(inside.at(-1) ?? '').file, 'checkout-outage.md')
  })
})
