import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { complete, incomplete, onlyRules } from '../reports.ts'
import { makeFolder, postmortem } from '../terminal.ts'

const folder = makeFolder({
  '.postmortem.yml': onlyRules('section-missing', 'timeline-not-entries', 'placeholder-left'),
  'a/two words.md': incomplete,
  'b.md': complete.replaceAll('Text.', 'TBD'),
})

/** What GitLab demands of a Code Quality report. */
const codeQuality = v.array(
  v.strictObject({
    description: v.pipe(v.string(), v.minLength(1)),
    check_name: v.pipe(v.string(), v.minLength(1)),
    fingerprint: v.pipe(v.string(), v.regex(/^[\da-f]{32}$/)),
    severity: v.picklist(['info', 'minor', 'major', 'critical', 'blocker']),
    location: v.strictObject({
      path: v.pipe(v.string(), v.regex(/^(?!\.?\/)./)),
      lines: v.strictObject({ begin: line(), end: line() }),
    }),
  }),
)

function line() {
  return v.pipe(v.number(), v.integer(), v.minValue(1))
}

async function issues(args: string, world: Parameters<typeof postmortem>[1] = {}) {
  const { output } = await postmortem(`lint --format gitlab ${args}`, { folder, ...world })
  return v.parse(codeQuality, JSON.parse(output))
}

describe('Code Quality', () => {
  it('places a finding by its path in the repository', async () => {
    expect((await issues('a'))[0]).toMatchObject({
      description: 'The section "Timeline" is missing. Add it after "Issue Summary".',
      check_name: 'section-missing',
      severity: 'minor',
      location: { path: 'a/two words.md', lines: { begin: 3, end: 3 } },
    })
    const [inside] = await issues('.', { folder: join(folder, 'a'), repository: folder })
    expect(inside?.location.path).toBe('a/two words.md')
  })

  it('is an empty list if nothing is found', async () => {
    expect(await issues('- --rule timeline-not-entries=off', { input: complete })).toEqual([])
  })

  it('recognises a finding when lines have moved, and tells like findings apart', async () => {
    const fingerprints = async (input: string) =>
      (await issues('- --stdin-filename b.md', { input })).map(({ fingerprint }) => fingerprint)
    const text = complete.replaceAll('Text.', '14:02 TBD\n\nText.')
    const before = await fingerprints(text)
    expect(before.length).toBeGreaterThan(3)
    expect(new Set(before).size).toBe(before.length)
    expect(await fingerprints(text.replace('# Postmortem\n', '# Postmortem\n\nOne more line.\n'))).toEqual(
      before,
    )
    expect(await fingerprints(text.replaceAll('\n', '\r\n'))).toEqual(before)
    expect(await fingerprints(text.replace('TBD', 'TBD soon'))).not.toEqual(before)
  })
})
