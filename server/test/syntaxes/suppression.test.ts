import { describe, it } from 'vitest'
import { suppressionCommands } from '../../src/postmortem/blocks/suppressions.ts'
import { check } from './highlighted.ts'

describe('the grammar', () => {
  it('marks the comments that keep rules quiet', () => {
    for (const command of suppressionCommands) {
      check(`<!-- ${command} timeline-gap, section-missing -- nobody was awake at 14:02 -->`, [
        `suppression ${command}`,
        'rule timeline-gap',
        'rule section-missing',
      ])
      check(`some text <!-- ${command} -->`, [`suppression ${command}`])
    }
    check('<!--\npostmortem-disable-file\n-->', ['suppression postmortem-disable-file'])
    const glued = '<!-- postmortem-disable-line length-entry-->\n'
    check(glued, ['suppression postmortem-disable-line', 'rule length-entry'])
    check('<!-- speaks of postmortem-disable -->', [])
    check('<!-- postmortem-disabled -->', [])
  })

  it('marks nothing else, in reports or elsewhere', () => {
    check('- 14:02 UTC - SEV1, see OPS-123 (owner: @on-call). {{what}}', [])
  })
})
