/** Fails unless the two are alike, compared as data. */
export function expectEqual<T>(actual: T, expected: T): void {
  const [written, wanted] = [JSON.stringify(actual, null, 2), JSON.stringify(expected, null, 2)]
  if (written !== wanted) throw new Error(`Expected ${wanted}\nbut it is ${written}`)
}

export function expectMatch(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new Error(`Expected ${pattern} to match\n${actual}`)
}

/** Narrows away what is absent. */
export function expectPresent<T>(what: string, value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error(`There is no ${what}.`)
  return value
}

const timeLimit = 20_000
const interval = 50

/**
 * Asks again until there is an answer. A request is cancelled, or answered only in part, when another extension
 * registers a provider meanwhile, as the editor's own extensions do while it starts.
 */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | PromiseLike<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + timeLimit
  for (;;) {
    const answer = await askOnce(ask)
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`Waited ${timeLimit / 1000} s for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, interval))
  }
}

async function askOnce<T>(ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return undefined
    throw error
  }
}
