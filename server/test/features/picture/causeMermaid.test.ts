import { describe, expect, it } from 'vitest'
import { insertCauses } from '../../../src/features/picture/causeMermaid.ts'
import { inEnglish } from '../../../src/messages/translate.ts'
import type { Edit } from '../../../src/postmortem/lines/passage.ts'
import { readText } from '../report.ts'

const report = (cause: string) =>
  `# Postmortem: Search down\n\n## Issue Summary\n\nSearch was down.\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n\n${cause}\n\n## Action Items\n\n- [ ] Rotate the logs\n  - each night\n`

const write = (text: string, { start, end, text: inserted }: Edit) =>
  text.slice(0, start) + inserted + text.slice(end)

const causes =
  '- The search answered with errors.\n  - Why? Because the disk was full.\n    - Nobody "rotated" logs; #7 was open.\n  - No alert watched the disk\n- **Resolution:** The logs were deleted.\n  - by hand'

function act(text: string, at = '- The search') {
  const action = insertCauses(readText(text), text.indexOf(at))
  return action === null ? null : { title: inEnglish(action.title), text: write(text, action.edit) }
}

describe('nested causes as a Mermaid diagram', () => {
  it('lead from each reason to what it led to, without what solved the problem', () => {
    const after = act(report(causes))
    expect(after?.title).toBe('Insert causes as Mermaid diagram')
    expect(after?.text).toContain(
      [
        '```mermaid',
        'flowchart BT',
        '%% Drawn from the causes of this report.',
        '  cause1["The search answered with errors"]',
        '  cause2["The disk was full"]',
        '  cause3["Nobody #quot;rotated#quot; logs; #35;7 was open"]',
        '  cause4["No alert watched the disk"]',
        '  cause3 --> cause2',
        '  cause2 --> cause1',
        '  cause4 --> cause1',
        '```\n\n## Action Items',
      ].join('\n'),
    )
  })

  it('are drawn anew once they have changed, and only then', () => {
    const drawn = act(report(causes))?.text ?? ''
    expect(act(drawn)).toBeNull()
    const changed = act(drawn.replace('the disk was full', 'the quota was used up'))
    expect(changed?.title).toBe('Update the Mermaid diagram of the causes')
    expect(changed?.text.match(/```mermaid/g)).toHaveLength(1)
  })

  it('are offered neither for a list that is not certainly one of causes nor for other sections', () => {
    expect(act(report('- The search answered with errors.\n  - Hosts: search-1'))).toBeNull()
    expect(act(report('- The search answered with errors.\n- The disk was full.'))).toBeNull()
    expect(act(report(causes), '- [ ] Rotate')).toBeNull()
  })
})
