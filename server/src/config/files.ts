/** How configuration files come in. Addresses are URIs, so this works for a disk and for any virtual file system. */
export interface Files {
  /** The text of a file; `null` where there is no such file. Rejects where there is one that cannot be read. */
  readonly read: (address: string) => Promise<string | null>
}

/** Nobody writes more than this by hand; what is longer is not read. In UTF-16 units. */
export const longestText = 256 * 1024

/** In one folder the first of these that is there counts. */
export const configurationNames: readonly string[] = [
  '.postmortem.yml',
  '.postmortem.yaml',
  '.postmortem.json',
  '.postmortem.jsonc',
]
