export interface Mutant {
  readonly start: number
  readonly end: number
  readonly replacement: string
  readonly isStatement: boolean
}

export function findMutants(file: string, source: string): readonly Mutant[]
export function switchable(source: string, mutants: readonly (Mutant & { readonly id: number })[]): string
