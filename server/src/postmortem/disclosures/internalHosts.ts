/** The last labels of names that no public name server knows. */
const privateSuffix =
  /\.(?:internal|intranet|intra|corp|lan|local|localdomain|private|priv|home|home\.arpa|consul|svc)$/

/** In prose, a word after a dot is more often the property of an object: `path.home`, `rand.private`. */
const proseSuffix = /\.(?:internal|intranet|corp|lan|local|localdomain|home\.arpa)$/

/** A label that says whom the names before it are for: `grafana.corp.acme.com`. */
const privateLabel = /^(?:internal|intranet|intra|corp|int|private|priv|prv|lan)$/

/** As a first label, the others are as often a public site of the company. */
const privateFirstLabel = /^(?:internal|intranet)$/

const wellKnown =
  /^(?:host\.docker\.internal|metadata\.google\.internal|kubernetes(?:\.default)?(?:\.svc(?:\.cluster\.local)?)?|localhost\.localdomain)$/

/** Domains that are reserved for documentation. */
const reserved = /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)$/

/** Names with one dot that are a variable or a file, not a machine. */
const oneWord = /^(?:this|self|module|package|com|org|io|net|settings|env|config|foo|example)\.[a-z]+$/

/** Packages are written from the general to the special, hosts the other way round. */
const packageRoot = /^(?:com|org|net|io|dev|java|javax|jdk|sun|scala|kotlin|android|androidx|github)\./

/** Whether a name leads to a machine that only those inside can reach. It may be written in prose or in an address. */
export function isInternalHost(name: string, where: 'prose' | 'address'): boolean {
  const host = name.toLowerCase()
  if (wellKnown.test(host) || reserved.test(host) || /x{3}/.test(host)) return false
  if (!host.includes('.')) return where === 'address' && isMachine(host)
  if (where === 'prose' && oneWord.test(host)) return false
  if ((where === 'prose' ? proseSuffix : privateSuffix).test(host)) return true
  return hasPrivateLabel(host) && !(where === 'prose' && packageRoot.test(host))
}

/** One label is a name in the network of whoever wrote it, unless it is a word in place of a name. */
function isMachine(label: string): boolean {
  return /^[a-z][a-z0-9-]{1,62}$/.test(label) && !inPlaceOfName.test(label)
}

const inPlaceOfName =
  /^(?:(?:your|my|the|some|any|sub)-.*|(?:.*-)?(?:host|hostname|domain|url|uri|ip|address|addr|example)(?:-?name)?|localhost|server|servername|website|site|endpoint|user|foo|bar|baz|qux|abc|xyz|xx+|https?|www|test|tests|testserver|target|path|link|docs?|oauth2?)$/

/** The name that somebody registered does not count: `corp.com` and `www.int.org.uk` are public. */
function hasPrivateLabel(host: string): boolean {
  const labels = host.split('.')
  const top = labels.at(-1) ?? ''
  if (!/^[a-z]{2,12}$/.test(top) || labels[0] === 'www') return false
  if (/^internal-.*\.elb\.amazonaws\.com$/.test(host)) return true
  const hasTwoLevels = top.length === 2 && /^(?:ac|co|com|edu|gov|net|org)$/.test(labels.at(-2) ?? '')
  return labels
    .slice(0, hasTwoLevels ? -3 : -2)
    .some((label, index) => (index === 0 ? privateFirstLabel : privateLabel).test(label))
}
