import { describe, expect, it } from 'vitest'
import { countWordsInText } from '../../../src/postmortem/lines/words.ts'
import { read } from '../read.ts'

describe('words', () => {
  it.each([
    ['', 0],
    ['One two, three.', 3],
    ["on-call don't v1.2 10:30", 4],
    ['slow/down', 2],
    ['– - … !', 0],
    ['東京', 1],
    ['เว็บไซต์ล่ม', 2],
    ['데이터베이스 장애 발생', 3],
  ])('%s: %i', (text, count) => {
    expect(countWordsInText(text)).toBe(count)
  })

  it('are those of the prose', () => {
    const text =
      '---\ntitle: not counted\n---\n\n# Two words\n\n<!-- not counted -->\n\nThe `whole code` span and [a link](https://not.test/counted) count.\n\nhttps://not.test/counted\n\n```\nnot counted\n```\n\n| three | words |\n|---|---|\n| here |\n'
    expect(read(text).words).toBe(2 + 7 + 3)
  })

  it('are counted in linear time, whatever the script', () => {
    const text = '漢'.repeat(20_000) + 'a/'.repeat(20_000)
    expect(countWordsInText(text)).toBeGreaterThan(20_000)
  })
})
