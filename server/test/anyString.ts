import fc from 'fast-check'

/**
 * Text of any characters at all, halves of one among them. As `fc.string` of the unit `binary`, which first
 * makes a table of all Unicode.
 */
export function anyString(maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength })
    .map((points) => String.fromCodePoint(...points))
}
