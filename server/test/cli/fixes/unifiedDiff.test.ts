import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeUnifiedDiff } from '../../../src/cli/fixes/unifiedDiff.ts'
import { runs } from '../../runs.ts'
import { makeFolderForTest } from '../terminal.ts'

const diff = (before: readonly string[], after: readonly string[]) =>
  writeUnifiedDiff('a.md', before.join('\n'), after.join('\n')).split('\n').slice(2, -1)

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index))

describe('a diff', () => {
  it('is empty if nothing has changed', () => {
    expect(writeUnifiedDiff('a.md', 'one\n', 'one\n')).toBe('')
  })

  it('shows what changed with three lines around it', () => {
    expect(diff([...numbered(1, 9), ''], [...numbered(1, 4), 'five', ...numbered(6, 9), ''])).toEqual([
      '@@ -2,7 +2,7 @@',
      ...[' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8'],
    ])
  })

  it('has a hunk for each change, and one for changes that are close', () => {
    const before = [...numbered(1, 30), '']
    const after = before.filter((line) => line !== '3' && line !== '8' && line !== '20')
    const hunks = diff(before, after).filter((line) => line.startsWith('@@'))
    expect(hunks).toEqual(['@@ -1,11 +1,9 @@', '@@ -17,7 +15,6 @@'])
  })

  it('shows a moved part as such, and not as everything else', () => {
    const [one, two] = [numbered(1, 20), numbered(21, 24)]
    const changed = diff([...one, ...two, ''], [...two, ...one, '']).filter((line) => /^[+-]/.test(line))
    expect(changed).toEqual([...two.map((line) => `+${line}`), ...two.map((line) => `-${line}`)])
  })

  it('tells whether the last line ends', () => {
    expect(diff(['one', 'two'], ['one', 'two', ''])).toEqual([
      '@@ -1,2 +1,2 @@',
      ...[' one', '-two', '\\ No newline at end of file', '+two'],
    ])
  })

  it('starts from nothing, and leads there', () => {
    expect(diff([''], ['one', ''])).toEqual(['@@ -0,0 +1,1 @@', '+one'])
    expect(diff(['one', ''], [''])).toEqual(['@@ -1,1 +0,0 @@', '-one'])
  })

  it('leads from one text to the other, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '', 'f', 'g'), { maxLength: 24 })
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = writeUnifiedDiff('a.md', before, after)
        expect(applyPatch(before, patch)).toBe(after)
      }),
      { seed: 20_260_314, numRuns: runs(700) },
    )
  })

  it('is what git apply takes', () => {
    const folder = makeFolderForTest({})
    const before = ['# Title', ...numbered(1, 20), 'end'].join('\n')
    const after = ['# Other', ...numbered(1, 9), 'ten', ...numbered(11, 20), 'end', ''].join('\r\n')
    writeFileSync(join(folder, 'a.md'), before)
    writeFileSync(join(folder, 'patch'), writeUnifiedDiff('a.md', before, after))
    execFileSync('git', ['apply', 'patch'], { cwd: folder, stdio: 'pipe' })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(after)
  })
})

/** Applies a patch strictly: every line of a hunk has to be where it says. */
function applyPatch(text: string, patch: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const result: string[] = []
  let at = 0
  const written = patch.split('\n').slice(2, -1)
  for (const [index, line] of written.entries()) {
    const end = written[index + 1]?.startsWith('\\') ? '' : '\n'
    const hunk = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(line)
    if (hunk !== null) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1)
      result.push(...lines.slice(at, start))
      at = start
      expect(result).toHaveLength(Number(hunk[3]) - (hunk[4] === '0' ? 0 : 1))
    } else if (line.startsWith('+')) result.push(line.slice(1) + end)
    else if (!line.startsWith('\\')) {
      expect(lines[at]).toBe(line.slice(1) + end)
      if (line.startsWith(' ')) result.push(line.slice(1) + end)
      at += 1
    }
  }
  return [...result, ...lines.slice(at)].join('')
}
