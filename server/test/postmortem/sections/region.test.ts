import { expect, it } from 'vitest'
import { idsOf, inspect, read } from '../read.ts'

const report =
  '## Issue Summary\n\nSearch was down.\n\n## Timeline\n\n- 10:00 UTC - It failed.\n- 10:30 UTC - It was back.\n'

it('an action that says "must include" begins no assignment', () => {
  const text = `# Postmortem\n\n${report}\n## Action items\n\n- Action: add a check: each script must include a timeout.\n- Each call must include a limit.\n\n## Lessons learned\n\nTest more.\n\n## Impact\n\nAll.\n`
  expect(inspect(text).region.startLine).toBe(1)
  expect(idsOf(text)).toContain('timeline')
})

it('headings left over from the assignment below the sections of a report do not cut it off', () => {
  const text = `# Postmortem\n\n${report}\n### Root cause and resolution must contain:\n\nA full disk.\n\n### Corrective and preventative measures must contain:\n\n- Rotate the logs.\n`
  expect(inspect(text).region.startLine).toBe(1)
})

it('an assignment above a report is no part of it, and its words do not count', () => {
  const background =
    '0x19. Postmortem\n\nSystems fail, and that is normal.\n\nA postmortem is a tool used in the industry. After any outage the team writes one.\n'
  const own = `Postmortem: the great outage\n\n${report}`
  expect(inspect(`${background}\n${own}`).region.startLine).toBe(7)
  expect(read(`${background}\n${own}`).words).toBe(read(own).words)
  expect(read(`${background}\n${own}`).title?.text).toBe('Postmortem: the great outage')
})

it('a text that only explains what a postmortem is contains no report', () => {
  expect(read('# Postmortem\n\nA postmortem is a tool.\n\n- Timeline: tell when.\n').recognition).toEqual({
    postmortem: false,
    reason: 'assignment',
  })
})

it('the lines of a table of contents are no sections', () => {
  const contents = '- [Issue Summary](#issue-summary)\n- [Timeline](#timeline)\n- [Root Cause](#root-cause)\n'
  expect(idsOf(`# Postmortem\n\n${contents}\n${report}`)).toEqual(['summary', 'timeline'])
})

it('the dates of a course above an assignment are no times of an outage', () => {
  const dates = '- Start Date: 8 April 2024, 6:00 AM\n- End Date: 20 April 2024, 6:00 AM\n'
  const asked =
    '## Background Context\n\nSystems fail.\n\n### Requirements\n\n**Issue Summary:**\n\n- Duration of the outage with start and end times (including timezone).\n- The percentage of affected users.\n\n**Timeline:**\n\n- When the issue was detected.\n\n**Root Cause and Resolution:**\n\n- What caused it.\n'
  expect(read(`# Postmortem\n\n${dates}\n${asked}`).recognition.reason).toBe('assignment')
  expect(read(`# Postmortem\n\n${asked}\n${report}`).recognition.postmortem).toBe(true)
})
