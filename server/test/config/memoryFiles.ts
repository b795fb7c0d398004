import type { Files } from '../../src/config/files.ts'

/** Files in memory; a test may change them while it goes on. */
export function memoryFiles(texts: Record<string, string>): Files & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    read: async (address) => {
      asked.push(address)
      return texts[address] ?? null
    },
  }
}

export const knownRules = [
  { id: 'section-missing', summary: 'A report has every section that its template requires.' },
  { id: 'section-order', summary: 'Sections stand in the order of the template.' },
]
