export interface Failure<Attempt> {
  readonly attempt: Attempt
  readonly reason: string
}

/** The check resolves to null, or to the reason why the attempt fails. */
export function shrink<Attempt>(
  attempt: Attempt,
  kind: { readonly check: (attempt: Attempt) => Promise<string | null> },
): Promise<Failure<Attempt>>
