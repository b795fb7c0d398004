import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { hasFileOnDisk } from '../../src/diskFiles.ts'

const here = pathToFileURL(`${import.meta.dirname}/`).href

describe('the disk of the server', () => {
  it('has files and folders, and not what is missing or below a file', async () => {
    expect(await hasFileOnDisk(`${here}diskFiles.test.ts`)).toBe(true)
    expect(await hasFileOnDisk(here)).toBe(true)
    expect(await hasFileOnDisk(`${here}no%20such.md`)).toBe(false)
    expect(await hasFileOnDisk(`${here}diskFiles.test.ts/a.md`)).toBe(false)
  })

  it('cannot tell of what is somewhere else', async () => {
    await expect(hasFileOnDisk('vscode-vfs://github/a.md')).rejects.toThrow('not on this disk')
  })
})
