import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

describe('a placeholder', () => {
  it('is text left by a template, but not code or a link', () => {
    const found = (text: string) => read(text).placeholders.map((each) => each.text)
    expect(found('Down for {{how long}}, see [link to graph], TBD by ____.')).toEqual([
      '{{how long}}',
      '[link to graph]',
      'TBD',
      '____',
    ])
    expect(found('The `{{name}}` of [your team](https://a.test) is `TBD`, and so is todo.')).toEqual([])
  })
})

describe('what only looks like a placeholder', () => {
  const placeholdersIn = (text: string) =>
    read(`# Postmortem: slow\n\n## Issue Summary\n\n${text}\n`).placeholders.map((each) => each.text)

  it('is replaced when the page is built', () => {
    const expressions =
      "![Graph]({{ '/assets/graph one.png' | relative_url }}) {{ site.baseurl }} {{< note >}} {{% tip %}} {{ page | date: '%Y' }}"
    expect(placeholdersIn(expressions)).toEqual([])
    expect(placeholdersIn('{{how long}} and {{SEV-1 | SEV-2}}')).toEqual([
      '{{how long}}',
      '{{SEV-1 | SEV-2}}',
    ])
  })

  it('is a remark about something that is to be added later', () => {
    expect(
      placeholdersIn(
        'It grew (add certificates to the image) and (insert) failed; see $(hostname_of) and ${HOME}.',
      ),
    ).toEqual([])
    expect(placeholdersIn('(Insert screenshot here) by $(whoami) on ${date} at $(date +%H:%M)')).toEqual([
      '(Insert screenshot here)',
      '$(whoami)',
      '${date}',
      '$(date +%H:%M)',
    ])
    expect(placeholdersIn('It ran `$(date)`.')).toEqual([])
  })

  it('is a marker that says in capitals what happens then', () => {
    expect(
      placeholdersIn(
        '- 10:02 UTC - The disk is full. **\\<START OF INCIDENT>**\n- 11:30 UTC - The new disk is mounted\n**\\<END OF DEGRADATION>**<br> 12:00 - Writes succeed.',
      ),
    ).toEqual([])
    expect(placeholdersIn('- Start: <START OF INCIDENT>\n- **End:** \\<END OF INCIDENT>')).toEqual([
      '<START OF INCIDENT>',
      '<END OF INCIDENT>',
    ])
  })

  it('is a time of which the report says that it is not known', () => {
    expect(
      placeholdersIn('- ~May 9 ??:?? - Somebody changes a rule.\n- ??:?? (time unknown) - Traffic rises.'),
    ).toEqual([])
    expect(placeholdersIn('- ??:?? - Traffic rises.')).toEqual(['??:??'])
  })

  it('is the side of a box that is drawn with signs', () => {
    expect(placeholdersIn('|   | App | ->\n|_____| |____| /____\\')).toEqual([])
    expect(placeholdersIn('Approved by: ____')).toEqual(['____'])
  })

  it('is a word in capitals that names a task or a state, and leaves nothing open', () => {
    expect(placeholdersIn('Nothing was done. FIXME later, as the TODO in the log says.')).toEqual([])
    expect(placeholdersIn('TODO: add the cause')).toEqual(['TODO'])
    const table = '| Owner | Status |\n|---|---|\n| TBD | TODO |'
    expect(placeholdersIn(table)).toEqual(['TBD'])
  })

  it('is the format of a date that something expects', () => {
    expect(placeholdersIn('The parser expects YYYY-MM-DD')).toEqual([])
    expect(placeholdersIn('Down from YYYY-MM-DD')).toEqual(['YYYY-MM-DD'])
    expect(placeholdersIn('From YYYY-MM-DD to HH:MM')).toEqual(['YYYY-MM-DD', 'HH:MM'])
  })
})
