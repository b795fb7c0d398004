/** What a Git repository says of itself, as far as a link needs it. */
export interface RepositoryFiles {
  /** The texts of `.git/config` and `.git/HEAD`. */
  readonly config: string
  readonly head: string
  /** From the root of the repository, with slashes. */
  readonly path: string
}

/**
 * The address of the file where the repository is published; null if its branch follows none there, or if the host is
 * not known. Nothing is asked of the network, so the file may be newer here than there.
 */
export function linkToReport({ config, head, path }: RepositoryFiles): string | null {
  const branch = /^ref: refs\/heads\/(\S{1,200})/.exec(head)?.[1]
  if (branch === undefined) return null
  const upstream = valuesIn(`branch "${branch}"`, config)
  const remote = valuesIn(`remote "${upstream.get('remote') ?? ''}"`, config).get('url')
  const published = /^refs\/heads\/(\S+)$/.exec(upstream.get('merge') ?? '')?.[1]
  const address = remote === undefined ? null : toWebAddress(remote)
  if (address === null || published === undefined) return null
  const view = views.find(([host]) => host.test(address.host))?.[1]
  if (view === undefined) return null
  return `https://${address.host}/${encode(address.repository)}/${view}/${encode(published)}/${encode(path)}`
}

/** How hosts address a file of a branch. */
const views: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)github\./, 'blob'],
  [/(?:^|\.)gitlab\./, '-/blob'],
  [/^bitbucket\.org$/, 'src'],
  [/^codeberg\.org$|(?:^|\.)gitea\./, 'src/branch'],
]

function valuesIn(section: string, config: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  let isInside = false
  for (const line of config.split(/\r?\n/)) {
    const title = /^\s{0,8}\[([^\]]{1,300})\]/.exec(line)?.[1]
    if (title !== undefined) isInside = title === section
    const [, name, value] = /^\s{0,8}([a-z]\w{0,40})\s{0,8}=\s{0,8}(\S{1,500})/i.exec(line) ?? []
    if (isInside && name !== undefined && value !== undefined) values.set(name.toLowerCase(), value)
  }
  return values
}

/** A name or a password in the address stays out of the link. */
function toWebAddress(remote: string): { readonly host: string; readonly repository: string } | null {
  const found =
    /^(https?|ssh|git):\/\/(?:[^@/]{1,200}@)?([\w.-]{1,200})(?::\d{1,5})?\/(.{1,300})$/.exec(remote) ??
    /^()(?:[\w.-]{1,60}@)?([\w.-]{1,200}):(?!\/\/)(.{1,300})$/.exec(remote)
  const [, scheme, name, rest] = found ?? []
  const repository = rest?.replace(/\/$/, '').replace(/\.git$/, '')
  if (scheme === undefined || name === undefined || !repository?.includes('/')) return null
  const lower = name.toLowerCase()
  const host = scheme === '' || scheme === 'ssh' ? behindSsh(lower) : lower
  return host === null ? null : { host, repository }
}

/** Where hosts take SSH on the port of the web. */
const sshHosts: ReadonlyMap<string, string> = new Map([
  ['ssh.github.com', 'github.com'],
  ['altssh.gitlab.com', 'gitlab.com'],
  ['altssh.bitbucket.org', 'bitbucket.org'],
])

/** With SSH, a host can be an alias of the author's own, such as `github.com-work`, which leads nowhere on the web. */
function behindSsh(host: string): string | null {
  const known = sshHosts.get(host)
  if (known !== undefined) return known
  const isDomain = /\.[a-z]{2,60}$/.test(host)
  const isAroundKnown = /(?:^|\.)git(?:hub|lab)\.com[.-]|\.git(?:hub|lab)\.com$/.test(host)
  return isDomain && !isAroundKnown ? host : null
}

function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
