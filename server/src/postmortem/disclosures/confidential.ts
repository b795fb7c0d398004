import type { Range } from '../lines/passage.ts'
import { isInternalHost } from './internalHosts.ts'
import { lineBefore } from './lineBefore.ts'

export interface Detail extends Range {
  readonly kind: 'email' | 'ip-address' | 'host' | 'private-link'
  readonly text: string
  /** True if its author need not think of it: it leads nowhere, or was published by whom it belongs to. */
  readonly harmless?: true
}

/** Addresses of people and machines, and links that only members of a team can open. */
export function findConfidential(source: string): readonly Detail[] {
  const found = [
    ...(source.includes('://') ? [...findPrivateLinks(source), ...findInternalLinks(source)] : []),
    ...(source.includes('@') ? findEmails(source) : []),
    ...(source.includes('.') ? [...findHosts(source), ...findIpv4(source)] : []),
    ...(source.includes(':') ? findIpv6(source) : []),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Detail[] = []
  for (const detail of found) if (detail.start >= (kept.at(-1)?.end ?? 0)) kept.push(detail)
  return kept
}

const privateLink =
  /https?:\/\/(?:[\w-]{1,63}\.slack\.com\/(?:archives|messages|team)\/|[\w-]{1,63}\.atlassian\.net\/wiki\/|confluence\.[\w.-]{1,100}\/|docs\.google\.com\/(?:document|spreadsheets|presentation)\/d\/|drive\.google\.com\/(?:file|drive)\/|(?:www\.)?notion\.so\/|[\w-]{1,63}\.sharepoint\.com\/|teams\.microsoft\.com\/l\/|discord(?:app)?\.com\/channels\/|[\w-]{1,63}\.pagerduty\.com\/incidents\/)[^\s<>"'`)\]|]{0,500}/gi

function findPrivateLinks(source: string): readonly Detail[] {
  return [...source.matchAll(privateLink)]
    .filter(([address]) => !published.test(address))
    .map((match) => detail('private-link', match.index, match[0], mayBePublic.test(match[0])))
}

/** Places that are as often open to everybody: the chat of a community, a sheet that anybody may read. */
const mayBePublic = /^https?:\/\/(?:discord(?:app)?\.com|(?:docs|drive)\.google\.com|(?:www\.)?notion\.so)\//i

/** A document that its owner shares by its link, or has published. */
const published =
  /^https?:\/\/(?:docs|drive)\.google\.com\/.*(?:[?&]usp=(?:sharing|share_link)\b|\/pub(?:html)?(?:[?#]|$))/i

const webAddress = /https?:\/\/[^\s<>"'`)\]|]{1,700}/gi

/** Nothing if the name goes on in another way: as a variable, or as dots in place of the rest. */
const hostOfAddress = /^https?:\/\/(?:[^\s/?#@]{1,130}@)?([a-z0-9][a-z0-9.-]{0,200})(?![\w.…*{$%[-])/i

function findInternalLinks(source: string): readonly Detail[] {
  return [...source.matchAll(webAddress)].flatMap(({ 0: address, index }) => {
    const host = hostOfAddress.exec(address)?.[1]?.replace(/\.$/, '') ?? ''
    if (inCluster.test(host) || !isInternalHost(host, 'address')) return []
    const isWord = !host.includes('.')
    if (isWord && source[index + address.length] === '<') return []
    // With a port, one word is as often a service among containers on the machine of a developer.
    const isService = isWord && /^https?:\/\/[^/]{0,200}:\d/i.test(address)
    return [detail('private-link', index, address, isService)]
  })
}

/** Nobody opens these in a browser, so they are hosts, and no links. */
const inCluster = /\.svc(?:\.cluster\.local)?$/i

const domainAfterAt = /@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})(?![\w@-])/g
/** Text after an at sign that is not a domain: versions, images, units of a service manager. */
const notDomain =
  /(?:^|\.)example(?:\.(?:com|org|net))?$|\.(?:test|invalid|localhost|png|jpe?g|gif|svg|webp|service|socket|timer|target|mount|js|ts|py|go|md|json|ya?ml)$/i

/** Whoever signs a commit publishes the address with it. */
const signature = /^\W{0,8}[A-Z][a-z]{1,15}(?:-[a-z]{1,15}){0,2}-by: .{0,120}$/

/** Role addresses, which are published so that strangers can write to them. */
const publicName =
  /^(?:git|security|support|help|info|contact|abuse|press|privacy|feedback|hello|status|no-?reply|do-?not-?reply)$/i
const listName = /^(?:[\w-]{1,40}-)?(?:dev|devel|users|announce|discuss|lists?)$/i
const listDomain = /^(?:googlegroups\.com|groups\.io|lists?\.[\w.-]{1,100})$/i

/** "Author: jane@shop.dev", "If you have questions, write to …": somebody publishes an address of his own. */
const publishes =
  /^\W{0,8}(?:authors?|author[_ ]e?-?mail|written by|prepared by|contacts?|by)\b[^.]{0,80}$|\b(?:questions|feedback|contact us|reach (?:us|me|out)|(?:get|keep) in touch|write to us|e?-?mail us|let us know|report (?:\w{1,20} ){0,4}(?:to|via|at))\b[^.!?]{0,80}$/i

function findEmails(source: string): readonly Detail[] {
  const found: Detail[] = []
  for (const match of source.matchAll(domainAfterAt)) {
    const domain = match[1] ?? ''
    if (!/\.[a-z]{2,24}$/i.test(domain) || notDomain.test(domain)) continue
    const name = /[\w.%+-]{1,64}$/.exec(source.slice(Math.max(0, match.index - 64), match.index))?.[0]
    const before = source.slice(0, match.index).at(-1 - (name?.length ?? 0)) ?? ''
    if (name === undefined || publicName.test(name) || before === ':' || before === '/') continue
    const line = lineBefore(source, match.index)
    const lead = line.slice(0, line.length - name.length)
    if (/(?:^|\.)noreply\./i.test(domain) || signature.test(line) || isLogin(lead, domain)) continue
    const isPublished = listName.test(name) || listDomain.test(domain) || publishes.test(lead)
    found.push(detail('email', match.index - name.length, name + match[0], isPublished))
  }
  return found
}

/** "ssh admin@gateway.lan" logs in to a machine. */
function isLogin(lead: string, domain: string): boolean {
  return isInternalHost(domain, 'prose') || /\b(?:ssh|scp|sftp|rsync|mosh)\b[^.;!?]{0,80}$/i.test(lead)
}

/** Two slashes or an at sign may be before it, but no single slash: what follows that is a path. */
const host = /(?<![\w.$-]|(?<!\/)\/|(?<!\w)@)(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,14}(?![\w-]|\.\w|\()/gi
const anyPrivateLabel =
  /(?:^|[^a-z])(?:int(?:ra(?:net)?|ernal)?|corp|lan|local(?:domain)?|arpa|svc|consul|prv|priv(?:ate)?)(?:[^a-z]|$)/i

function findHosts(source: string): readonly Detail[] {
  if (!anyPrivateLabel.test(source)) return []
  return [...source.matchAll(host)]
    .filter(({ 0: name, index }) => isInternalHost(name, source[index - 1] === '/' ? 'address' : 'prose'))
    .map((match) => detail('host', match.index, match[0]))
}

const ipv4 = /(?<![\w.-])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w-]|\.\d)(\/\d{1,2})?/g

function findIpv4(source: string): readonly Detail[] {
  const found: Detail[] = []
  for (const match of source.matchAll(ipv4)) {
    const octets = match.slice(1, 5).map(Number)
    if (octets.some((octet) => octet > 255) || isHarmless(octets, match[5])) continue
    const before = source.slice(Math.max(0, match.index - 16), match.index)
    if (/(?:\bversions?|\brelease|\bv|==|@)\s{0,2}$/i.test(before)) continue
    found.push(
      detail('ip-address', match.index, match[0], isOfEveryNetwork(octets) || isRange(octets, match[5])),
    )
  }
  return found
}

/**
 * Addresses that identify no machine of the team: this host, masks, whole private ranges, the ranges
 * reserved for documentation, public name servers, and the metadata address of cloud providers.
 */
function isHarmless([a = 0, b = 0, c = 0, d = 0]: readonly number[], mask: string | undefined): boolean {
  if (a === 0 || a === 127 || a === 255 || (a === 169 && b === 254)) return true
  if ((a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100)) return true
  if (a === 203 && b === 0 && c === 113) return true
  if (a === b && b === c && c === d && a < 10) return true
  if (a === 8 && b === 8 && c === 4 && d === 4) return true
  if (a === 1 && b === 0 && c === 0 && d === 1) return true
  return isRange([a, b, c, d], mask) && c === 0
}

/** A private range, and none of the machines in it. */
function isRange([a = 0, b = 0, , d = 0]: readonly number[], mask: string | undefined): boolean {
  if (mask === undefined || d !== 0 || mask === '/32') return false
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)
}

/**
 * The ranges that routers for homes, container engines and clusters begin with: somebody else's network has the same
 * addresses, so they lead nowhere.
 */
function isOfEveryNetwork([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 192) return b === 168
  if (a === 172) return b === 17 || b === 18
  return a === 10 && (b === 42 || b === 43 || b === 96 || b === 244)
}

const ipv6 = /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?![\w:])/gi

function findIpv6(source: string): readonly Detail[] {
  return [...source.matchAll(ipv6)]
    .filter(([address]) => isIpv6(address) && !/^(?:2001:0?db8:|::)/i.test(address))
    .map((match) => detail('ip-address', match.index, match[0], /^fe[89ab]/i.test(match[0])))
}

/**
 * Eight groups, or three to seven around one gap, of which a private address needs only two; a clock time or a
 * hardware address has neither.
 */
function isIpv6(address: string): boolean {
  const groups = address.split(':')
  const filled = groups.filter((group) => group !== '').length
  const gaps = address.split('::').length - 1
  if (!/\d/.test(address)) return false
  const least = /^(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i.test(address) ? 2 : 3
  return gaps === 0 ? groups.length === 8 && filled === 8 : gaps === 1 && filled >= least && filled < 8
}

function detail(kind: Detail['kind'], start: number, text: string, harmless = false): Detail {
  const trimmed = kind === 'private-link' ? text.replace(/(?<![.,;:!?])[.,;:!?]+$/, '') : text
  return { kind, text: trimmed, start, end: start + trimmed.length, ...(harmless && { harmless }) }
}
