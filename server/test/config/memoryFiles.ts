import type { Files } from '../../src/config/files.ts'

export interface MemoryFiles extends Files {
  readonly has: (address: string) => Promise<boolean>
  readonly asked: string[]
  readonly sought: string[]
}

/** Files in memory; a test may change them while it goes on. */
export function memoryFiles(texts: Record<string, string>): MemoryFiles {
  const asked: string[] = []
  const sought: string[] = []
  return {
    asked,
    sought,
    read: async (address) => {
      asked.push(address)
      return texts[address] ?? null
    },
    has: async (address) => {
      sought.push(address)
      return address in texts
    },
  }
}

export const knownRules = [
  { id: 'section-missing', summary: 'A report has every section that its template requires.' },
  { id: 'section-order', summary: 'Sections stand in the order of the template.' },
]
