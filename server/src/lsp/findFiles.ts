import { HasFilesRequest } from '@postmortem/shared/protocol'
import { resolvePath } from '../config/address.ts'
import type { Host } from './feature.ts'
import type { FindFiles, Presence } from './linkedFiles.ts'
import { isInside, readWorkspaceFolders } from './workspaceFolders.ts'

/** Rejects where it cannot be told whether there is a file or folder. */
export type HasFile = (address: string) => Promise<boolean>

/**
 * Through our own client, which reaches wherever the workspace is, or on the server's own disk. Only what is
 * within the folders of the workspace is looked for; a document without a place leads nowhere.
 */
export function createFileFinder(
  host: Pick<Host, 'connection' | 'support'>,
  hasFileOnDisk: HasFile | undefined,
): FindFiles {
  const askClient = (uris: readonly string[]): Promise<readonly Presence[]> => {
    const params: HasFilesRequest.Params = { uris }
    return host.connection.sendRequest<HasFilesRequest.Result>(HasFilesRequest.method, params)
  }
  const lookOnDisk = async (addresses: readonly string[], hasFile: HasFile): Promise<readonly Presence[]> => {
    const folders = await readWorkspaceFolders(host)
    const look = async (address: string): Promise<Presence> =>
      folders.some((folder) => isInside(folder, address))
        ? hasFile(address).catch(() => 'unknown')
        : 'unknown'
    return Promise.all(addresses.map(look))
  }
  const look = async (addresses: readonly string[]): Promise<readonly Presence[]> => {
    if (addresses.length === 0) return []
    if (host.support().hasFiles) return askClient(addresses)
    return hasFileOnDisk === undefined ? [] : lookOnDisk(addresses, hasFileOnDisk)
  }
  return async (document, paths) => {
    const isPlaced = !document.startsWith('untitled:')
    const addresses = paths.map((path) => (isPlaced ? resolvePath(path, document) : null))
    const known = addresses.filter((address) => address !== null)
    const answers = await look(known)
    const found = new Map(known.map((address, index) => [address, answers[index]]))
    return addresses.map((address) => (address === null ? undefined : found.get(address)) ?? 'unknown')
  }
}
