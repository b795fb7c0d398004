import fc from 'fast-check'

/**
 * Any text, including unpaired surrogates. `fc.string` with the unit `binary` generates the same, but builds a
 * table of all of Unicode first.
 */
export function anyString(maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength })
    .map((points) => String.fromCodePoint(...points))
}
