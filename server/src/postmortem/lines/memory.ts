import { isSame } from './isSame.ts'

interface Step {
  readonly given: readonly unknown[]
  readonly found: unknown
}

/**
 * What the steps of reading a report found the last time. A step that is given the same finds the same, so it must look
 * at nothing else, and what it finds must move with its lines.
 */
export class Memory {
  readonly #steps = new Map<unknown, Step>()
  readonly #incidents: Memory[] = []

  /**
   * The last answer if this step was given the same then, or finds the same again: the next steps may look for what
   * they were given by its identity.
   */
  keep<Given extends readonly unknown[], Found>(step: (...given: Given) => Found, ...given: Given): Found {
    const same = this.#findSame(step, given)
    if (same !== undefined) return same.found as Found
    const last = this.#steps.get(step)
    const again = step(...given)
    const found = last !== undefined && isSame(last.found, again) ? (last.found as Found) : again
    this.#steps.set(step, { given, found })
    return found
  }

  /**
   * The last answer if it was found for the same then. What it is found in may be another, as long as nothing matters in
   * it but what it is found for.
   */
  keepFor<Found>(step: (...given: never[]) => Found, given: readonly unknown[], find: () => Found): Found {
    const same = this.#findSame(step, given)
    if (same !== undefined) return same.found as Found
    const found = find()
    this.#steps.set(step, { given, found })
    return found
  }

  /** The memory of the report on one of several incidents. */
  ofIncident(index: number): Memory {
    const memory = this.#incidents[index] ?? new Memory()
    this.#incidents[index] = memory
    return memory
  }

  #findSame(step: unknown, given: readonly unknown[]): Step | undefined {
    const last = this.#steps.get(step)
    return last !== undefined && isSame(last.given, given) ? last : undefined
  }
}
