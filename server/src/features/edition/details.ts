import { type Detail, findConfidential } from '../../postmortem/disclosures/confidential.ts'
import type { MarkedLink } from '../../postmortem/lines/markup.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Cut, LeftOut } from './cut.ts'

const shownAs: Readonly<
  Record<Detail['kind'], { readonly kind: LeftOut['kind']; readonly replacement: string }>
> = {
  email: { kind: 'e-mail address', replacement: '[e-mail address removed]' },
  'ip-address': { kind: 'IP address', replacement: '[address removed]' },
  host: { kind: 'host', replacement: '[host removed]' },
  'private-link': { kind: 'link', replacement: '[private link removed]' },
}

/** Addresses of people and machines, and links that only lead somewhere for those inside. */
export function findDetails({ markup }: Report, text: string): readonly Cut[] {
  const links = markup.links.filter(holdsAddress)
  const details = markup.disclosures.flatMap((found): readonly Cut[] => {
    if (found.kind === 'secret') return []
    const { kind, replacement } = shownAs[found.kind]
    const link = links.find(
      ({ addressRange }) => addressRange.start <= found.start && found.end <= addressRange.end,
    )
    if (link !== undefined) return removeLink(link)
    const brackets = text[found.start - 1] === '<' && text[found.end] === '>' ? 1 : 0
    return [
      {
        start: found.start - brackets,
        end: found.end + brackets,
        replacement,
        leftOut: { kind, text: text.slice(found.start, found.end) },
      },
    ]
  })
  const inside = links.filter(
    ({ address }) => address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address),
  )
  const contacts = markup.links.flatMap((link): readonly Cut[] => {
    const contact = findContact(link.address)
    if (contact === null) return []
    if (holdsAddress(link)) return removeLink(link)
    const { start, end } = link.form === 'definition' ? link.addressRange : link
    const { kind, replacement } = contact
    return [{ start, end, replacement, leftOut: { kind, text: text.slice(start, end) } }]
  })
  return [...details, ...inside.flatMap(removeLink), ...contacts, ...findResources(text)]
}

/** An ARN tells the number of the account, and such a host its address in the network. */
const resources: readonly (readonly [kind: LeftOut['kind'], replacement: string, pattern: RegExp])[] = [
  [
    'cloud resource',
    '[resource removed]',
    /(?<![\w-])arn:aws[a-z-]{0,10}:[a-z\d-]{1,40}:[a-z\d-]{0,30}:\d{12}:[\w.:/@*+=-]{0,300}(?<![.:])/g,
  ],
  ['host', '[host removed]', /(?<![\w.-])ip(?:-\d{1,3}){4}(?:\.[a-z\d-]{1,60}){0,6}(?![\w-])/g],
]

function findResources(text: string): readonly Cut[] {
  return resources.flatMap(([kind, replacement, pattern]) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      replacement,
      leftOut: { kind, text: found },
    })),
  )
}

/** Everything else is an address in the text, or gives one a name, or uses that name. */
function holdsAddress({ form }: MarkedLink): boolean {
  return form === 'inline' || form === 'html'
}

/** How one person can be reached: a telephone number, or an e-mail address that is no role's. */
function findContact(address: string): (typeof shownAs)[Detail['kind']] | null {
  const [, scheme, contact = ''] = /^(mailto|tel):(.*)$/is.exec(address) ?? []
  if (scheme === undefined) return null
  if (scheme.toLowerCase() === 'tel') return { kind: 'link', replacement: '[telephone number removed]' }
  const isPersonal = findConfidential(contact.replaceAll('%40', '@')).some(({ kind }) => kind === 'email')
  return isPersonal ? shownAs.email : null
}

/** The text of a link stays, as two holes around it: names and hosts in it are cut out like all others. */
function removeLink({ start, end, textRange, address }: MarkedLink): readonly Cut[] {
  const whole: Cut = { start, end, replacement: '', leftOut: { kind: 'link', text: address } }
  if (textRange === null) return [whole]
  return [
    { ...whole, end: textRange.start },
    { ...whole, start: textRange.end, leftOut: null },
  ]
}
