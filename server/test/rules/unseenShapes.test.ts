import { describe, expect, it } from 'vitest'
import { read } from '../postmortem/read.ts'
import { findingsIn } from './findings.ts'

const rulesIn = (text: string) => findingsIn(text).map(({ rule }) => rule)

describe('a report in a shape that a template does not foresee', () => {
  it('is no assignment for a sentence about its own action items, even if its timeline has only dates', () => {
    const text =
      '# Widget index postmortem\n\n## Summary\n\nRows were lost.\n\n## Root cause\n\nA flag.\n\n## Action items\n\nTo reflect their weight, these action items should have a priority:\n\n- P0 is urgent\n\n## Timeline\n\n| Date | Event |\n| --- | --- |\n| 2024-03-08 | The flag is set. |\n| 2024-04-09 | Rows are lost. |\n'
    expect(read(text).recognition).toEqual({ postmortem: true, reason: 'sections' })
  })

  it('has no entry where a wrapped list item goes on with a date', () => {
    const text =
      '# Postmortem: lost block\n\n## Timeline (UTC)\n\n- **2024-01-10 14:00** - The deploy erased the block restored on\n  2024-01-09 by hand.\n- **2024-01-10 15:00** - The block was restored again.\n'
    expect(rulesIn(text)).not.toContain('timeline-order')
    expect(read(text).timeline.entries).toHaveLength(2)
  })

  it('may have a title in the plural', () => {
    expect(
      rulesIn('# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Immediate Fixes\n\nText.\n'),
    ).not.toContain('section-title-misspelt')
  })

  it('has a section that is not empty if its parts are marked more strongly than its title', () => {
    const text =
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n# Root Cause: a full disk, as nobody rotated the logs\n# Resolution: the logs were deleted\n\n## Corrective and Preventative Measures\n# Task List:\n- Rotate the logs\n- Alert on a full disk\n'
    expect(rulesIn(text)).not.toContain('section-empty')
  })

  it('has a section that is not empty if a heading of its own follows at once', () => {
    const text =
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Corrective and Preventative Measures\n\n# Better watching:\n\n- Alert on a full disk\n\n## Conclusion\n\nText.\n'
    expect(rulesIn(text)).not.toContain('section-empty')
  })

  it('has the duration of its summary, not of what is told below its impact', () => {
    const text =
      '# Postmortem: slow\n\n## Issue Summary\n\n- **Duration:**\n  - Start: 2024-05-10 09:15 UTC\n  - End: 2024-05-10 11:45 UTC\n- **Impact:**\n  - 🚫 Shop downtime: 30 minutes\n  - Half of the users waited for their carts\n'
    expect(rulesIn(text)).not.toContain('duration-mismatch')
  })

  it('may begin its action items with a name', () => {
    const items = '- Storage: Rotate the logs.\n- Team B: Watch the disks.\n'
    expect(
      rulesIn(`# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Action Items\n\n${items}`),
    ).not.toContain('action-owner')
  })

  it('has one fault if all of it is behind a fence that does not end', () => {
    const text =
      'Here it is:\n\n```markdown\n# Postmortem: slow\n\n## Issue Summary\n\nSlow from 14:00 to 15:00 UTC.\n\n## Timeline\n\n- 14:00 UTC - Slow.\n'
    const rules = rulesIn(text)
    expect(rules).not.toContain('section-missing')
    expect(rules).not.toContain('length-report')
  })
})

describe('what only looks like a placeholder', () => {
  const placeholdersIn = (text: string) =>
    read(`# Postmortem: slow\n\n## Issue Summary\n\n${text}\n`).placeholders.map((each) => each.text)

  it('is replaced when the page is built', () => {
    const expressions =
      "![Graph]({{ '/assets/graph one.png' | relative_url }}) {{ site.baseurl }} {{< note >}} {{% tip %}} {{ page | date: '%Y' }}"
    expect(placeholdersIn(expressions)).toEqual([])
    expect(placeholdersIn('{{how long}} and {{SEV-1 | SEV-2}}')).toEqual(['{{how long}}', '{{SEV-1 | SEV-2}}'])
  })

  it('is the side of a box that is drawn with signs', () => {
    expect(placeholdersIn('|   | App | ->\n|_____| |____| /____\\')).toEqual([])
    expect(placeholdersIn('Approved by: ____')).toEqual(['____'])
  })
})

describe('a text that says that it is a template', () => {
  it('is no report', () => {
    const text =
      '**This is a template for incident reports.** Copy it.\n\n# [Date]: [Title]\n\n## Summary\n\n- Bulleted\n\n## Timeline\n\n- [Date and time] - Event\n\n## Action items\n\n- List\n'
    expect(read(text).recognition.postmortem).toBe(false)
  })
})

describe('a text about reports', () => {
  const recognised = (text: string, path = '') => read(text, path).recognition.postmortem

  it('lists the sections that a report has', () => {
    expect(
      recognised(
        '# Incidents\n\nEach report of an outage has, where it applies:\n\n- Date\n- Symptoms\n- Detection\n- Impact\n- Root cause\n- Fix\n- Prevention\n',
      ),
    ).toBe(false)
    expect(
      recognised(
        '# Postmortems\n\nEach postmortem documents:\n- Timeline of the incident\n- Impact and root cause analysis\n- Steps of the search\n- Corrective and preventive actions\n',
      ),
    ).toBe(false)
  })

  it('is not a report whose sections are items with text below them', () => {
    expect(
      recognised(
        '# Postmortem: search is down\n\n- Summary\n  - The disk was full.\n- Timeline\n  - 14:05 UTC: full\n- Root cause\n  - Logs were kept.\n',
      ),
    ).toBe(true)
  })

  it('is the index of a collection, whose title is in the plural', () => {
    expect(
      recognised(
        '# Incident reviews\n\nThis folder is the log of incidents.\n\n| Date | Title |\n| --- | --- |\n| 2024-05-10 | Search was down |\n',
      ),
    ).toBe(false)
  })

  it('is a template, by the name of its file', () => {
    const text = '# Incident\n\n## Summary\n\nText.\n\n## Timeline\n\n- 14:05 UTC: full\n\n## Root cause\n\nText.\n'
    for (const path of ['docs/TEMPLATE.md', 'incidents/000 - Postmortem Template.md', 'a/templateIncidentReport.md'])
      expect(recognised(text, path), path).toBe(false)
    for (const path of ['incidents/2024-05-10-template-rendering.md', 'incidents/template-cache-outage.md'])
      expect(recognised(text, path), path).toBe(true)
  })

  it('is an assignment that says in its own words what is wanted', () => {
    expect(
      recognised(
        '# 0x19. Postmortem\n\n## Background Context\n\nSystems fail.\n\n## Task\n\nWrite a postmortem document.\n\n### Requirements\n\n**Issue Summary:**\n- Duration of the outage with start and end times (including time zone).\n- The impact of the outage.\n\n**Timeline:**\n- When and how the issue was detected.\n- Misleading paths taken.\n\n**Root Cause and Resolution:**\n- The cause of the issue.\n',
      ),
    ).toBe(false)
  })
})
