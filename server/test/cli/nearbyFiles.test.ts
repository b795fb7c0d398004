import { describe, expect, it } from 'vitest'
import { lookUpFrom } from '../../src/cli/nearbyFiles.ts'

describe('the files beside a report', () => {
  it('are looked for from its folder', () => {
    const hasFile = lookUpFrom(import.meta.dirname)
    expect(hasFile('nearbyFiles.test.ts')).toBe(true)
    expect(hasFile('../cli')).toBe(true)
    expect(hasFile('nowhere/nearbyFiles.test.ts')).toBe(false)
  })

  it('are unknown for a report from standard input, and for absolute paths', () => {
    expect(lookUpFrom(null)('nearbyFiles.test.ts')).toBe('unknown')
    expect(lookUpFrom(import.meta.dirname)('/nearbyFiles.test.ts')).toBe('unknown')
  })
})
