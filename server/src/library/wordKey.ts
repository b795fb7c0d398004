/** One word may be written in several ways: `SEV-1` and `sev1` have the same key. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '')
}
