/**
 * The port for reading configuration files. Addresses are URIs, so it works for a disk and any virtual file
 * system.
 */
export interface Files {
  /** The text of a file; `null` if it does not exist. Rejects if it exists but cannot be read. */
  readonly read: (address: string) => Promise<string | null>
  /**
   * The folder that everything a file refers to must be in: a checkout from elsewhere must not make us read, and
   * show, other files of the machine. `null` if there is no such folder; without this port, there is none.
   */
  readonly boundary?: (address: string) => Promise<string | null>
}

/** Nobody writes more than this by hand, so longer files are not read. In UTF-16 units. */
export const maxTextLength = 256 * 1024

/** If a folder has several of these, the first one counts. */
export const configurationNames: readonly string[] = [
  '.postmortem.yml',
  '.postmortem.yaml',
  '.postmortem.json',
  '.postmortem.jsonc',
]
