import { ReadFileRequest } from '@postmortem/shared/files'
import type { Files } from '../config/files.ts'
import type { Host } from './feature.ts'
import { isInside, readWorkspaceFolders } from './workspaceFolders.ts'

/**
 * Reads configuration files through our own client, which reaches every file system the workspace may be in,
 * or from the server's own disk.
 */
export function createFileReader(
  { connection, support }: Pick<Host, 'connection' | 'support'>,
  onDisk: Files | undefined,
): Files {
  const askClient: Files['read'] = (uri) => {
    const params: ReadFileRequest.Params = { uri }
    return connection.sendRequest<ReadFileRequest.Result>(ReadFileRequest.method, params)
  }
  // What a file refers to stays within its workspace folder; without folders there is nothing to stay within.
  const boundary: Files['boundary'] = async (address) => {
    const folders = await readWorkspaceFolders({ connection, support })
    return folders.find((folder) => isInside(folder, address)) ?? null
  }
  if (support.readFile) return { read: askClient, boundary }
  return onDisk ?? { read: async () => null }
}
