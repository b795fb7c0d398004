import type { Detail } from '../../postmortem/disclosures/confidential.ts'
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
  const links = markup.links.filter(({ form }) => form === 'inline' || form === 'html')
  const details = markup.disclosures.flatMap((found): Cut[] => {
    if (found.kind === 'secret') return []
    const { kind, replacement } = shownAs[found.kind]
    const link = links.find(
      ({ addressRange }) => addressRange.start <= found.start && found.end <= addressRange.end,
    )
    // Of a link, the text stays.
    if (link !== undefined) return [replaceLink(link)]
    return [
      {
        start: found.start,
        end: found.end,
        replacement,
        leftOut: { kind, text: text.slice(found.start, found.end) },
      },
    ]
  })
  const inside = links.filter(
    ({ address }) => address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address),
  )
  return [...details, ...inside.map(replaceLink)]
}

function replaceLink({ start, end, kind, text, address }: MarkedLink): Cut {
  const replacement = kind === 'image' ? '' : (text ?? '')
  return { start, end, replacement, leftOut: { kind: 'link', text: address } }
}
