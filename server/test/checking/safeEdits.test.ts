import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/checking/rule.ts'
import { collectSafeEdits } from '../../src/checking/safeEdits.ts'
import type { Edit } from '../../src/postmortem/lines/passage.ts'
import { apply, findingsIn } from '../rules/findings.ts'
import { runs } from '../runs.ts'

/** Makes all safe fixes, as often as there are any. */
function fixAll(text: string): string {
  let fixed = text
  for (let pass = 0; pass < 5; pass += 1) {
    const { edits } = collectSafeEdits(findingsIn(fixed))
    if (edits.length === 0) return fixed
    fixed = apply(fixed, edits)
  }
  throw new Error('The fixes do not come to an end.')
}

const timeline =
  '- 10:00 UTC - It broke.\n- 10:05 UTC - An alert came.\n- 10:10 UTC - We looked.\n- 10:20 UTC - It was fixed.'
const report = `# Postmortem: search is down

**Issue Sumary**

Search was down for all users from May 22rd, 2024, 10:00 to 10:20 UTC.

**Timeline**

${timeline.replace('10:20', '10.20')}

**Root Cause and Resolution**

The disk was full, see [graph of the disk] (https://img.test/disk.png). It was emptied.

**Corrective and Preventative Measures**

Tasks:

Rotate the logs every night.
Alert on a disk that is 80% full.
`

describe('everything that is safe to fix', () => {
  it('is fixed together: titles, ordinals, formats, pictures and lists of tasks', () => {
    const fixed = fixAll(report)
    expect(fixed).toContain('## Issue Summary\n')
    expect(fixed).toContain('## Timeline\n')
    expect(fixed).toContain('May 22nd, 2024')
    expect(fixed).toContain(timeline)
    expect(fixed).toContain('![graph of the disk](https://img.test/disk.png)')
    expect(fixed).toContain('- [ ] Rotate the logs every night.\n- [ ] Alert on a disk that is 80% full.\n')
  })

  it('leaves titles without markup, formats without a majority and indented lines to the author', () => {
    const plain = report.replaceAll('**', '').replace('Issue Sumary', 'Issue Summary')
    expect(fixAll(plain)).toContain('\nTimeline\n')
    const mixed = report.replace('10:10', '10.10').replace('10:05', '10.05')
    expect(fixAll(mixed)).toContain('- 10.10 UTC - We looked.')
    const indented = report
      .replace('Rotate the logs', '    Rotate the logs')
      .replace('Alert on', '    Alert on')
    expect(fixAll(indented)).not.toContain('- [ ]')
  })
})

const anyEdit = fc
  .tuple(fc.nat(40), fc.nat(3))
  .map(([start, length]): Edit => ({ start, end: start + length, text: '' }))

function findingOf(edit: Edit): Finding {
  const fixes = [{ title: '', preferred: true, safe: true, edits: [edit] }]
  return { rule: 'any', severity: 'warning', message: '', range: edit, fixes }
}

it('takes each edit that touches none of those before it, in the order of the text', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 20 }), (all) => {
      const taken: Edit[] = []
      for (const edit of all) {
        if (!taken.some(({ start, end }) => start <= edit.end && edit.start <= end)) taken.push(edit)
      }
      const { edits, fixed } = collectSafeEdits(all.map(findingOf))
      expect(edits).toEqual(taken.sort((one, other) => one.start - other.start))
      expect(fixed).toHaveLength(taken.length)
    }),
    { numRuns: runs(50) },
  )
})
