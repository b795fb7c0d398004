import { describe, expect, it } from 'vitest'
import { findGlobMistake, matchesGlobs } from '../../src/config/glob.ts'
import { takesAtMost } from '../processorTime.ts'

describe('globs', () => {
  it.each([
    ['incidents/report.md', ['incidents/*.md'], true],
    ['incidents/2024/report.md', ['incidents/*.md'], false],
    ['incidents/2024/05/report.md', ['incidents/**/*.md'], true],
    ['incidents/report.md', ['incidents/**/*.md'], true],
    ['incidents/report.qmd', ['incidents/**/*.{md,qmd}'], true],
    ['docs/incidents/a.md', ['{docs/incidents,postmortems}/*.md'], true],
    ['report.md', ['./*.md'], true],
    ['2024-05-10.md', ['[0-9]*-??-*.md'], true],
    ['.incidents/a.md', ['**/*.md'], true],
    ['notes/a.md', ['incidents/**'], false],
    ['incidents/drafts/a.md', ['incidents/**', '!**/drafts/**'], false],
    ['incidents/drafts/final.md', ['incidents/**', '!**/drafts/**', '**/final.md'], true],
    ['a+b|c.md', ['a+b|c.md'], true],
    ['aab.md', ['a+b.md'], false],
    ['report.md', [], false],
  ])('%s is matched by %j: %j', (path, globs, matches) => {
    expect(matchesGlobs(path, globs)).toBe(matches)
  })

  it.each([
    ['', 'empty'],
    ['!', 'empty'],
    ['/etc/*', 'outside'],
    ['a/../b', 'outside'],
    ['+(a|aa)+(a|aa)b', 'complex'],
    ['*a*a*a*a*a*', 'complex'],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', 'complex'],
    ['a'.repeat(300), 'complex'],
  ])('refuse %j as %s', (glob, mistake) => {
    expect(findGlobMistake(glob)).toBe(mistake)
    expect(matchesGlobs('aaaaaaaa', [glob])).toBe(false)
  })

  it('are matched in time that grows with the path, whatever they try', () => {
    const path = Array.from({ length: 200 }, () => 'a'.repeat(100)).join('/')
    const match = () => expect(matchesGlobs(path, ['**/*a*a*/**/*a*a*/**/*a*a*/**/*a*a*b'])).toBe(false)
    expect(takesAtMost(1_000, match)).toBe(true)
  })
})
