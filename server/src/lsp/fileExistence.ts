import { HasFilesRequest } from '@postmortem/shared/files'
import { resolvePath } from '../config/address.ts'
import type { Host } from './feature.ts'
import type { CheckExistence, Existence } from './linkedFiles.ts'
import { isInside, readWorkspaceFolders } from './workspaceFolders.ts'

/** Tells whether there is a file or folder at an address; rejects if that cannot be found out. */
export type HasFile = (address: string) => Promise<boolean>

/**
 * Looks for files through our own client, which reaches every file system the workspace may be in, or on the
 * server's own disk. Only files inside the workspace folders are looked for. Paths in an unsaved document
 * have no address, so nothing is known of them.
 */
export function createExistenceCheck(
  host: Pick<Host, 'connection' | 'support'>,
  hasFileOnDisk: HasFile | undefined,
): CheckExistence {
  const askClient = (uris: readonly string[]): Promise<readonly Existence[]> => {
    const params: HasFilesRequest.Params = { uris }
    return host.connection.sendRequest<HasFilesRequest.Result>(HasFilesRequest.method, params)
  }
  const lookOnDisk = async (
    addresses: readonly string[],
    hasFile: HasFile,
  ): Promise<readonly Existence[]> => {
    const folders = await readWorkspaceFolders(host)
    const look = async (address: string): Promise<Existence> =>
      folders.some((folder) => isInside(folder, address))
        ? hasFile(address).catch(() => 'unknown')
        : 'unknown'
    return Promise.all(addresses.map(look))
  }
  const lookUp = async (addresses: readonly string[]): Promise<readonly Existence[]> => {
    if (addresses.length === 0) return []
    if (host.support.hasFiles) return askClient(addresses)
    return hasFileOnDisk === undefined ? [] : lookOnDisk(addresses, hasFileOnDisk)
  }
  return async (document, paths) => {
    const isSaved = !document.startsWith('untitled:')
    const addresses = paths.map((path) => (isSaved ? resolvePath(path, document) : null))
    const known = addresses.filter((address) => address !== null)
    const answers = await lookUp(known)
    const found = new Map(known.map((address, index) => [address, answers[index]]))
    return addresses.map((address) => (address === null ? undefined : found.get(address)) ?? 'unknown')
  }
}
