/** A computation that may be interrupted between its steps, and abandoned. */
export type Steps<Result> = Generator<void, Result, void>

/** Takes all remaining steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
