import { describe, expect, it } from 'vitest'
import { makeFolder, postmortem } from './terminal.ts'

const folder = makeFolder(
  Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${100 + index}.md`, '# Notes\n'])),
)

/** Lints the folder with a clock that advances by this many milliseconds whenever it is read. */
async function errorsOf(step: number, showsProgress = true) {
  let time = 0
  const now = () => {
    time += step
    return time
  }
  return (await postmortem('lint', { folder, showsProgress, now })).errors
}

describe('progress', () => {
  it('is shown during long work, at intervals, and erased', async () => {
    const shown = (await errorsOf(30)).split('\r\x1b[K')
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.length).toBeLessThan(20)
    expect(shown[0]).toMatch(/^\d+ files checked, 0 postmortems…$/)
    expect(shown.at(-1)).toBe('')
  })

  it('is not shown for short work, nor where it could not be erased', async () => {
    expect(await errorsOf(1)).toBe('')
    expect(await errorsOf(1000, false)).toBe('')
  })
})
