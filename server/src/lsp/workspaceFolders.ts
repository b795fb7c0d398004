import { foldersAround, normalizeAddress, pathFrom } from '../config/address.ts'
import type { Host } from './feature.ts'

/** The normalized addresses of the folders that are open in the editor. */
export async function readWorkspaceFolders({
  connection,
  support,
}: Pick<Host, 'connection' | 'support'>): Promise<readonly string[]> {
  if (!support.workspaceFolders) return []
  const folders = (await connection.workspace.getWorkspaceFolders()) ?? []
  return folders.map(({ uri }) => normalizeAddress(uri))
}

/** The workspace folder that a document is in; the document's own folder if it is in none. */
export async function findRoot(uri: string, host: Host): Promise<string> {
  const around = foldersAround(uri)
  const folders = await readWorkspaceFolders(host)
  return around.find((folder) => folders.includes(folder)) ?? (around[0] as string)
}

export function isInside(folder: string, address: string): boolean {
  return pathFrom(folder, address) !== null
}
