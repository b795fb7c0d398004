export function findGrowth(
  act: (length: number) => unknown,
  length: number,
  measure?: (action: () => unknown) => number,
): string | null

export function processorTime(action: () => unknown): number

export function findSteepDoubling(
  act: (length: number) => unknown,
  sizes: readonly number[],
  measure?: (action: () => unknown) => number,
): string | null
