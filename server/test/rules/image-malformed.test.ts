import { describe, expect, it } from 'vitest'
import { apply, findingsIn } from './findings.ts'

const malformedIn = (text: string) => findingsIn(text).filter(({ rule }) => rule === 'image-malformed')

/** What the preferred fixes make of a line of a report. */
function check(line: string): string {
  const text = `# Postmortem: slow pages\n\n${line}\n`
  const fixed = apply(
    text,
    malformedIn(text).flatMap((finding) => finding.fixes[0]!.edits),
  )
  expect(malformedIn(fixed)).toEqual([])
  return fixed.slice(text.indexOf(line), -1)
}

describe('image-malformed', () => {
  it.each([
    ['[Load] https://shop.dev/load.png', '![Load](https://shop.dev/load.png)'],
    [
      '[Load]  https://shop.dev/load.png?w=9, see below.',
      '![Load](https://shop.dev/load.png?w=9), see below.',
    ],
    ['- **[the load] https://shop.dev/load**', '- **[the load](https://shop.dev/load)**'],
    ['> see [the load] (https://shop.dev/load).', '> see [the load](https://shop.dev/load).'],
    ['(the load)[https://shop.dev/load]', '[the load](https://shop.dev/load)'],
    ['| [Load] (https://shop.dev/load.svg) |\n| --- |', '| ![Load](https://shop.dev/load.svg) |\n| --- |'],
    [
      '[Load] (https://a.dev/l.png) [Load] https://b.dev/l.png',
      '![Load](https://a.dev/l.png) ![Load](https://b.dev/l.png)',
    ],
  ])('writes %s as %s', (line, expected) => {
    expect(check(line)).toBe(expected)
  })

  it.each([
    '![Load](https://shop.dev/load.png)',
    '[1] https://shop.dev/load',
    '[ERROR] https://shop.dev/load timed out',
    '`[load] https://shop.dev/load`',
    '- [x] https://shop.dev/load was fixed',
    'args[index] (https://shop.dev/load)',
  ])('leaves %s alone', (line) => {
    expect(check(line)).toBe(line)
  })
})
