export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly text: string | null
  readonly dependencies: readonly string[]
  readonly integrity: string | undefined
}

/** The folder is a path from the root of the repository. Throws if the licence is not on the list. */
export function describePackage(folder: string): BundledPackage
