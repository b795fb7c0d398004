import { ReadFileRequest } from '@postmortem/shared/files'
import type { Files } from '../config/files.ts'
import type { Host } from './feature.ts'

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
  if (support.readFile) return { read: askClient }
  return onDisk ?? { read: async () => null }
}
