export interface Random {
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  readonly text: (pieces: readonly string[], max: number) => string
}

export function randomFrom(seed: number): Random
